import { SEVERITY_KEYS } from '../../server/src/service/settingsSchema.ts';
import { STET_FILE } from '../../server/src/service/stetFile.ts';
import { STET_KEYS } from '../../server/src/service/stetKeys.ts';

/** Where the schema lies in the repository and in the extension. */
export const STET_SCHEMA_FILE = 'schemas/stet.schema.json';

/** Its part of the block `contributes.yamlValidation` of the manifest. */
export const STET_VALIDATION = [{ fileMatch: `**/${STET_FILE}`, url: `./${STET_SCHEMA_FILE}` }];

/** The JSON schema of the file that says what is let stand: made of the keys that are read. */
export function stetSchema(): Readonly<Record<string, unknown>> {
  const properties = STET_KEYS.map(({ name, description, examples, list }) => {
    const one = name === 'rule' ? { type: 'string', enum: SEVERITY_KEYS } : { type: name === 'date' ? 'string' : ['string', 'number'] };
    const schema = list ? { anyOf: [one, { type: 'array', items: one, minItems: 1 }] } : one;
    return [name, { description, examples, ...schema }];
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'What Verbatim lets stand',
    description: 'Findings that are not reported, by rule, words, quotation or draft. Delete an entry to have its finding reported again.',
    type: ['array', 'null'],
    items: {
      type: 'object',
      properties: Object.fromEntries(properties),
      additionalProperties: false,
      anyOf: ['rule', 'words', 'quotation', 'draft'].map((key) => ({ required: [key] })),
      not: { required: ['words', 'quotation'] },
      dependencies: { before: ['words'], after: ['words'] },
    },
  };
}
