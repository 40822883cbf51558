// What “Web Annotation Data Model” (W3C Recommendation, 23 February 2017) says that annotations must have, as far as Verbatim
// writes them. Says what is wrong, one sentence each.

type Json = Readonly<Record<string, unknown>>;

/** Section 3.3.5. */
const MOTIVATIONS =
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging'.split(
    ' ',
  );

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
/** An IRI, or one relative to the document: no spaces nor what may not stand in one (RFC 3987). */
const isIri = (value: unknown) => isText(value) && !/[\s<>"{}|\\^`]/.test(value);
const isCount = (value: unknown) => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

type Rules = Readonly<Record<string, (value: Json) => boolean>>;

const SELECTORS: Readonly<Record<string, Rules>> = {
  TextQuoteSelector: {
    'there must be exactly one exact': ({ exact }) => isText(exact),
    'prefix and suffix must be text': ({ prefix = '', suffix = '' }) => typeof prefix === 'string' && typeof suffix === 'string',
  },
  TextPositionSelector: {
    'start and end must be non-negative integers': ({ start, end }) => isCount(start) && isCount(end),
    'the end must not stand before the start': ({ start, end }) => Number(start) <= Number(end),
  },
};

const ANY_RESOURCE: Rules = {
  'the purpose must be one of the motivations': ({ purpose }) => purpose === undefined || MOTIVATIONS.includes(String(purpose)),
  'the creator must be an agent': ({ creator }) => creator === undefined || (creator as Json).type === 'Person',
  'created must be a time': ({ created }) => created === undefined || !Number.isNaN(Date.parse(String(created))),
};

const RESOURCES: Readonly<Record<string, Rules>> = {
  TextualBody: {
    'there must be exactly one value': ({ value }) => isText(value),
    'format and language should be there': ({ format, language }) => isText(format) && isText(language),
    ...ANY_RESOURCE,
  },
  SpecificResource: { 'the source must be an IRI': ({ source }) => isIri(source), ...ANY_RESOURCE },
};

const ANNOTATION: Rules = {
  'there must be exactly one id': ({ id }) => isIri(id),
  'the type must be Annotation': ({ type }) => listOf(type).includes('Annotation'),
  'there must be a target': ({ target }) => listOf(target).length > 0,
  'motivations must be the model’s': ({ motivation }) => listOf(motivation).every((one) => MOTIVATIONS.includes(String(one))),
};

function broken(what: string, value: Json, rules: Rules | undefined): string[] {
  if (!rules) return [`${what} of an unknown type`];
  return Object.entries(rules).flatMap(([rule, holds]) => (holds(value) ? [] : [`${what}: ${rule}`]));
}

function troublesInResource(resource: Json): string[] {
  const type = String(resource.type);
  const selectors = listOf(resource.selector) as readonly Json[];
  return [
    ...broken(type, resource, RESOURCES[type]),
    ...selectors.flatMap((selector) => broken(String(selector.type), selector, SELECTORS[String(selector.type)])),
  ];
}

function troublesInAnnotation(annotation: Json): string[] {
  const resources = [...listOf(annotation.target), ...listOf(annotation.body)] as readonly Json[];
  return [...broken('Annotation', annotation, ANNOTATION), ...resources.flatMap(troublesInResource)];
}

/** What is wrong with a collection of annotations that has its one page in it. */
export function annotationTroubles(collection: Json): string[] {
  const troubles: string[] = [];
  if (!listOf(collection['@context']).includes('http://www.w3.org/ns/anno.jsonld')) troubles.push('the context is missing');
  if (!isIri(collection.id) || collection.type !== 'AnnotationCollection' || !isCount(collection.total)) troubles.push('collection');
  const page = collection.first as Json | undefined;
  if (!page) return collection.total === 0 ? troubles : [...troubles, 'there is no first page'];
  const items = page.items as readonly Json[];
  if (!isIri(page.id) || page.type !== 'AnnotationPage' || items.length !== collection.total) troubles.push('page');
  if (new Set(items.map(({ id }) => id)).size < items.length) troubles.push('two annotations have one id');
  return [...troubles, ...items.flatMap(troublesInAnnotation)];
}
