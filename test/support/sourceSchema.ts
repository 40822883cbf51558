import {
  ARTICLE_KINDS,
  ARTICLES_DESCRIPTION,
  ARTICLES_KEY,
  METADATA_KEYS,
  type MetadataKey,
  type MetadataType,
} from '../../server/src/readers/metadataKeys.ts';

/** Where the schema lies in the repository and in the extension. */
export const SCHEMA_FILE = 'schemas/source.schema.json';

/** The block `contributes.yamlValidation` of the manifest, for editors with a server for YAML that reads it. */
export const YAML_VALIDATION = ['yaml', 'yml'].map((ending) => ({ fileMatch: `**/corpus/**/*.*.${ending}`, url: `./${SCHEMA_FILE}` }));

type Schema = Readonly<Record<string, unknown>>;

const TYPES: Readonly<Record<MetadataType, Schema>> = {
  text: { type: ['string', 'number', 'null'] },
  address: { type: ['string', 'number', 'null'] },
  language: { type: ['string', 'null'] },
  names: { type: ['string', 'array', 'null'], items: { type: 'string' } },
  day: { type: ['string', 'integer', 'null'] },
  kind: { enum: [...Object.keys(ARTICLE_KINDS), null], enumDescriptions: [...Object.values(ARTICLE_KINDS), 'Not stated.'] },
};

/** The JSON schema of side files, and of the keys that front matter has of them: made of the keys that are read. */
export function sourceSchema(): Schema {
  const details = Object.fromEntries(METADATA_KEYS.flatMap(propertiesOf));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Details of a source',
    description: 'What Verbatim knows of a source beside its text: a side file, as report.pdf.yaml is of report.pdf.',
    type: ['object', 'null'],
    properties: {
      ...details,
      [ARTICLES_KEY]: {
        type: ['object', 'null'],
        description: ARTICLES_DESCRIPTION,
        additionalProperties: { type: ['object', 'null'], properties: details, additionalProperties: false },
      },
    },
    additionalProperties: false,
  };
}

function propertiesOf(key: MetadataKey): [string, Schema][] {
  const { description, examples, type, aliases = [] } = key;
  const schema: Schema = { description, examples, ...TYPES[type] };
  const another = { ...schema, description: `As “${key.name}”. ${description}`, deprecationMessage: `The usual name is “${key.name}”.` };
  return [[key.name, schema], ...aliases.map((alias): [string, Schema] => [alias, another])];
}
