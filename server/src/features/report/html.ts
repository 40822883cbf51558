import { fileNameOf } from '../../service/configurationPaths.ts';
import { wayFrom } from './exported.ts';
import type { FactCheck, Item, Piece, Remark, SourceShown } from './model.ts';
import { REPORT_STYLE } from './style.ts';
import {
  countsOf,
  coverageLine,
  dayLine,
  KINDS,
  NO_SOURCE_NOTE,
  NOTHING,
  sentenceLine,
  signedBy,
  signedLine,
  sourcesLine,
  staleLine,
  toldOf,
  verdictLine,
} from './wording.ts';

// The report as HTML. The same is shown in an editor's panel, where buttons act on it, and written to a file, which needs no
// script. All that comes from drafts and sources is escaped.

/** What the writing of a report depends on. */
interface Manner {
  readonly check: FactCheck;
  /** Whether there is a program behind it that opens places, signs and exports. */
  readonly interactive: boolean;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** The whole of a page with the report, for a file. */
export function reportPage(check: FactCheck): string {
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escaped(`Fact-check report: ${check.title}`)}</title>`,
    `<style>\n${REPORT_STYLE}</style>`,
  ];
  return `<!DOCTYPE html>\n<html lang="en">\n<head>\n${head.join('\n')}\n</head>\n<body>\n${body({ check, interactive: false })}\n</body>\n</html>\n`;
}

/** What stands in the panel of an editor. Buttons say in `data-go`, `data-do` and `data-item` what they are for. */
export function reportPanel(check: FactCheck): string {
  return body({ check, interactive: true });
}

function body(manner: Manner): string {
  const { check, interactive } = manner;
  const items = check.items.map((item, at) => itemHtml(item, at + 1, manner));
  return [
    header(check),
    ...(interactive && items.length > 0 ? [tools(check)] : []),
    '<main>',
    items.length > 0
      ? `<h2 id="items">In the order of the text</h2>\n<ol class="items" aria-labelledby="items">\n${items.join('\n')}\n</ol>`
      : `<p>${NOTHING}</p>`,
    ...(check.remarks.length > 0 ? [`<section class="also"><h2>Also reported</h2>\n${remarkList(check.remarks)}</section>`] : []),
    '</main>',
  ].join('\n');
}

function header(check: FactCheck): string {
  const { coverage } = check;
  const rows = (['quotation', 'claim'] as const).flatMap((kind) =>
    countsOf(kind, coverage).map(
      ([, number, counted], at, all) =>
        `<tr>${at === 0 ? `<th scope="rowgroup" rowspan="${all.length}">${KINDS[kind].many}</th>` : ''}<th scope="row">${counted}</th><td>${number}</td></tr>`,
    ),
  );
  const groups = (['quotation', 'claim'] as const).flatMap((kind) => {
    const number = countsOf(kind, coverage).length;
    return number === 0 ? [] : [`<tbody>${rows.splice(0, number).join('')}</tbody>`];
  });
  const quiet = coverage.claims['no-source'] > 0 ? `<p class="quiet">${NO_SOURCE_NOTE}</p>` : '';
  const table = `<table><caption>What was found, by verdict</caption><thead><tr><th scope="col">Of the draft</th><th scope="col">Verdict</th><th scope="col">Number</th></tr></thead>${groups.join('')}</table>`;
  return `<header><h1>Fact-check report: <cite>${escaped(check.title)}</cite></h1>
<p class="day">${escaped(dayLine(check))}</p>
<section class="coverage" aria-labelledby="coverage"><h2 id="coverage">Coverage</h2>
<ul><li>${escaped(coverageLine('quotation', coverage))}</li><li>${escaped(coverageLine('claim', coverage))}</li><li>${signedLine(check)}</li></ul>
${groups.length > 0 ? `<details><summary>As a table</summary>${table}</details>` : ''}${quiet}</section></header>`;
}

function tools({ items, coverage }: FactCheck): string {
  const looks = items.filter(needsLook).length;
  const options = [
    ['all', `Everything (${items.length})`],
    ['look', `What needs a look (${looks})`],
    ['unsigned', `Not signed off (${items.length - coverage.signed})`],
    ...(coverage.stale > 0 ? [['stale', `Signed before a change (${coverage.stale})`]] : []),
    ...(['quotation', 'claim'] as const).flatMap((kind) =>
      countsOf(kind, coverage).map(([verdict, number, counted]) => [`${kind}:${verdict}`, `${KINDS[kind].many}: ${counted} (${number})`]),
    ),
  ];
  const select = `<label>Show <select data-do="filter">${options.map(([value, label]) => `<option value="${value}">${escaped(label ?? '')}</option>`).join('')}</select></label>`;
  const formats = [
    ['markdown', 'Markdown'],
    ['html', 'HTML'],
    ['jsonld', 'JSON-LD'],
  ].map(([format, label]) => `<button type="button" data-do="export" data-format="${format}">${label}</button>`);
  return `<section class="tools" aria-label="Tools">${select}
<button type="button" data-do="next">Next unsigned</button>
<span role="group" aria-labelledby="export"><span id="export">Export as</span> ${formats.join(' ')}</span></section>`;
}

/** Whether somebody should look at it who has little time. */
function needsLook({ verdict, remarks, signed }: Item): boolean {
  return remarks.length > 0 || signed.stale !== null || verdict === 'misquoted' || verdict === 'not-found' || verdict === 'differs';
}

function itemHtml(item: Item, number: number, manner: Manner): string {
  const { id, kind, verdict, signed, speaker } = item;
  const { sign } = toldOf(kind, verdict);
  const state = signed.fresh.length > 0 ? 'yes' : signed.stale ? 'stale' : 'no';
  const said = speaker ? `, given to ${escaped(speaker)}` : '';
  const whole = item.sentenceVerdict ? `<p class="quiet">${escaped(sentenceLine(item))}</p>` : '';
  const counted = item.sentenceVerdict ? ` data-also="claim:${item.sentenceVerdict}"` : '';
  const entries = [
    entry('Draft', `<blockquote>${pieces(item.sentence)}</blockquote>${place(item, manner)}${whole}`),
    ...(item.remarks.length > 0 ? [entry('Reported', remarkList(item.remarks))] : []),
    ...(item.source ? sourceEntries(item, item.source, manner) : []),
    ...signEntries(item, manner),
  ];
  return `<li data-id="${id}" data-kind="${kind}" data-verdict="${verdict}"${counted} data-signed="${state}" data-look="${needsLook(item)}"><article id="item-${id}" tabindex="-1" aria-labelledby="head-${id}">
<h3 id="head-${id}"><span class="number">${number}.</span> ${KINDS[kind].one}${said}: <span class="verdict ${verdict}"><span aria-hidden="true">${sign}</span> ${escaped(verdictLine(item))}</span></h3>
<dl>${entries.join('\n')}</dl></article></li>`;
}

function entry(term: string, description: string): string {
  return `<div><dt>${term}</dt><dd>${description}</dd></div>`;
}

function place({ id, line }: Item, { interactive }: Manner): string {
  const label = `Line ${line}`;
  return interactive
    ? ` <button type="button" class="go" data-go="draft" data-item="${id}">${label}<span class="unseen"> of the draft</span></button>`
    : ` <span class="quiet">${label}</span>`;
}

function sourceEntries({ id }: Item, source: SourceShown, manner: Manner): string[] {
  const { interactive, check } = manner;
  const way = wayFrom(check.path, source.file);
  const name = escaped(source.name);
  const title = interactive
    ? `<button type="button" class="go" data-go="source" data-item="${id}">${name}</button>`
    : way === null
      ? `<cite>${name}</cite>`
      : `<a href="${escaped(way)}">${name}</a>`;
  const web = source.url === null ? '' : `<a href="${escaped(source.url)}" rel="noreferrer">web page</a>`;
  const said = source.speaker === null ? '' : `said by ${escaped(source.speaker)}`;
  const file = interactive ? '' : escaped(fileNameOf(source.file));
  const credit = [escaped(source.imprint), escaped(source.locator), said, file, web, sourcesLine(source.independent)].filter(Boolean);
  const passage = `<blockquote>${pieces(source.passage)}</blockquote>`;
  return [entry('Source', `${title}<p class="credit">${credit.join(' · ')}</p>`), entry('Passage', passage)];
}

function signEntries({ id, signed }: Item, { interactive }: Manner): string[] {
  const lines = [
    ...signed.fresh.map((one) => `<p class="signed">${escaped(signedBy(one))}</p>`),
    ...(signed.stale ? [`<p class="stale">${escaped(staleLine(signed.stale))}</p>`] : []),
  ];
  if (!interactive) return lines.length > 0 ? [entry('Signed', lines.join(''))] : [];
  const form = `<details data-f="form"><summary data-f="open">Sign off</summary><form data-item="${id}">
<label>Initials <input name="initials" data-f="initials" required maxlength="12" size="6" autocomplete="off"></label>
<label>Note <input name="note" data-f="note" maxlength="500" size="40" autocomplete="off"></label>
<button data-f="sign">Sign off</button></form></details>`;
  const after = `<button type="button" data-do="withdraw" data-item="${id}" data-f="withdraw">Take back</button> <button type="button" data-do="next" data-item="${id}" data-f="next">Next unsigned</button>`;
  return [entry('Signed', lines.join('') + (signed.fresh.length > 0 ? after : form))];
}

function remarkList(remarks: readonly Remark[]): string {
  return `<ul class="remarks">${remarks.map(({ rule, message }) => `<li>${escaped(message)} <code>${rule}</code></li>`).join('')}</ul>`;
}

function pieces(all: readonly Piece[]): string {
  return all
    .map(({ text, marked, around }) => {
      if (marked) return `<mark>${escaped(text)}</mark>`;
      return around ? `<span class="quiet">${escaped(text)}</span>` : escaped(text);
    })
    .join('');
}
