/** An element: attributes by their names behind `@`, text as `#text`, elements by their names. */
export interface XmlElement {
  readonly [name: string]: string | number | XmlElement | readonly XmlElement[];
}

/** What XML 1.0 (fifth edition, production 2) has no way to write, half of a surrogate pair among it. */
const NO_CHARACTER = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** An XML document with one root element. What XML cannot write becomes U+FFFD. */
export async function xmlDocument(root: string, content: XmlElement): Promise<string> {
  const { XMLBuilder } = await import('fast-xml-parser');
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    // A draft may be called `true`, and an attribute has to have a value.
    suppressBooleanAttributes: false,
    suppressEmptyNode: true,
    format: true,
    indentBy: ' ',
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ [root]: writable(content) })}`;
}

function writable(element: XmlElement): XmlElement {
  return Object.fromEntries(Object.entries(element).map(([name, value]) => [name, writableValue(value)]));
}

function writableValue(value: XmlElement[string]): XmlElement[string] {
  if (typeof value === 'string') return value.replace(NO_CHARACTER, '\u{FFFD}');
  if (typeof value === 'number') return value;
  return isList(value) ? value.map(writable) : writable(value);
}

function isList(value: XmlElement | readonly XmlElement[]): value is readonly XmlElement[] {
  return Array.isArray(value);
}
