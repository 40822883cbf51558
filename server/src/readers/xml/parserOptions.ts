/**
 * How XML is parsed, whoever wrote it: in order, all of it as it is written, and without expanding anything. References to
 * characters are resolved afterwards; an entity that a document defines never is, since a few lines of them can mean gigabytes.
 */
export const AS_WRITTEN = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
} as const;
