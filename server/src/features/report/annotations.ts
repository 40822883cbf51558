import { encodedName, fileNameOf } from '../../service/configurationPaths.ts';
import { hashOf, uuidOf } from './contentKey.ts';
import { wayFrom } from './exported.ts';
import type { FactCheck, Item, SourceShown } from './model.ts';
import { textOf } from './pieces.ts';
import type { SignOff } from './signOffs.ts';
import { coverageLine, sentenceLine, verdictLine } from './wording.ts';

// The report as annotations: “Web Annotation Data Model”, W3C Recommendation of 23 February 2017. A collection with one page,
// which a program can read without this one.

/** How much of the draft a selector tells before and after the words, in code points. */
const AROUND = 32;

/** These are for programs, which are told in English whatever the writer reads. */
const LANGUAGE = 'en';

/** The report as JSON-LD. Addresses are relative to where it is kept: beside the draft. */
export function annotationsJson(check: FactCheck): string {
  const own = `${check.name}\n${hashOf(check.text)}`;
  const id = `urn:uuid:${uuidOf(`collection\n${own}`)}`;
  const page = `urn:uuid:${uuidOf(`page\n${own}`)}`;
  const items = annotationsOf(check);
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'AnnotationCollection',
    label: `Fact check of ${check.title}. ${coverageLine('quotation', check.coverage).text}. ${coverageLine('claim', check.coverage).text}.`,
    total: items.length,
    ...(items.length > 0 ? { first: { id: page, type: 'AnnotationPage', partOf: id, startIndex: 0, items }, last: page } : {}),
  };
  return `${JSON.stringify(collection, null, 1)}\n`;
}

function annotationsOf(check: FactCheck): object[] {
  const points = codePointCounter(check.text);
  // Items come in the order of their starts; ends may stand before the next one's start or after it.
  const offsets = [...new Set(check.items.flatMap(({ span }) => [span.start, span.end]))].sort((a, b) => a - b);
  const at = new Map(offsets.map((offset) => [offset, points(offset)]));
  return check.items.map((item) => ({
    id: `urn:uuid:${uuidOf(`${check.name}\n${item.id}`)}`,
    type: 'Annotation',
    motivation: item.remarks.length > 0 ? ['assessing', 'commenting'] : 'assessing',
    body: bodiesOf(item, check),
    target: {
      type: 'SpecificResource',
      source: encodedName(check.name),
      selector: [
        { type: 'TextQuoteSelector', ...quoteIn(check.text, item.span) },
        { type: 'TextPositionSelector', start: at.get(item.span.start), end: at.get(item.span.end) },
      ],
    },
  }));
}

function bodiesOf(item: Item, check: FactCheck): object[] {
  return [
    textual('assessing', verdictLine(item).text),
    textual('tagging', `${item.kind}:${item.verdict}`),
    ...(item.sentenceVerdict ? [textual('assessing', sentenceLine(item).text), textual('tagging', `claim:${item.sentenceVerdict}`)] : []),
    ...item.remarks.map(({ message }) => textual('commenting', message.text)),
    ...(item.source ? [sourceBody(item.source, check)] : []),
    ...item.signed.fresh.map(signedBody),
  ];
}

function textual(purpose: string, value: string) {
  return { type: 'TextualBody', value, format: 'text/plain', language: LANGUAGE, purpose };
}

function sourceBody(source: SourceShown, { path }: FactCheck): object {
  const address = source.url ?? wayFrom(path, source.file) ?? encodedName(fileNameOf(source.file));
  const whole = textOf(source.passage);
  const start = whole.indexOf(source.exact);
  const around =
    start < 0 ? {} : { prefix: lastPoints(whole.slice(0, start)), suffix: firstPoints(whole.slice(start + source.exact.length)) };
  return {
    type: 'SpecificResource',
    purpose: 'linking',
    source: address,
    selector: { type: 'TextQuoteSelector', exact: source.exact, ...around },
  };
}

function signedBody({ initials, time, note }: SignOff): object {
  return {
    ...textual('assessing', note ? `Checked: ${note}` : 'Checked.'),
    creator: { type: 'Person', nickname: initials },
    created: time,
  };
}

function quoteIn(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  return { exact: text.slice(start, end), prefix: lastPoints(text.slice(0, start)), suffix: firstPoints(text.slice(end)) };
}

function lastPoints(text: string): string {
  return [...text.slice(-2 * AROUND)]
    .slice(-AROUND)
    .join('')
    .replace(/^[\uDC00-\uDFFF]/, '');
}

function firstPoints(text: string): string {
  return [...text.slice(0, 2 * AROUND)]
    .slice(0, AROUND)
    .join('')
    .replace(/[\uD800-\uDBFF]$/, '');
}

/** The model counts in code points (section 4.2.5), Verbatim in UTF-16 code units. Offsets must be asked for in ascending order. */
function codePointCounter(text: string): (offset: number) => number {
  let at = 0;
  let points = 0;
  return (offset) => {
    for (; at < offset; at++) {
      const unit = text.charCodeAt(at);
      if (unit < 0xdc00 || unit > 0xdfff) points++;
    }
    return points;
  };
}
