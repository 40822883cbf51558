import { fileNameOf } from '../../service/configurationPaths.ts';
import { type Said, say, type Tell, together } from '../../text/said.ts';
import { ENGLISH, type Voice } from '../l10n/voice.ts';
import { saidBy } from '../wording.ts';
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
  WEB_PAGE,
} from './wording.ts';

// The report as HTML. The same is shown in an editor's panel, where buttons act on it, and written to a file, which needs no
// script. All that comes from drafts and sources is escaped.

/** What the writing of a report depends on. */
interface Manner {
  readonly check: FactCheck;
  /** Whether there is a program behind it that opens places, signs and exports. */
  readonly interactive: boolean;
  readonly voice: Voice;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

const NEXT = say`Next unsigned`;
const SIGN_OFF = say`Sign off`;
const SIGNED = say`Signed`;

/** What is said, in the reader's language and as HTML. */
function inHtml({ voice }: Manner): Tell {
  return (said) => escaped(voice.tell(said));
}

/** The whole of a page with the report, for a file. */
export function reportPage(check: FactCheck, voice: Voice = ENGLISH): string {
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escaped(voice.tell(say`Fact-check report: ${check.title}`))}</title>`,
    `<style>\n${REPORT_STYLE}</style>`,
  ];
  return `<!DOCTYPE html>\n<html lang="${voice.language}">\n<head>\n${head.join('\n')}\n</head>\n<body>\n${body({ check, interactive: false, voice })}\n</body>\n</html>\n`;
}

/** What stands in the panel of an editor. Buttons say in `data-go`, `data-do` and `data-item` what they are for. */
export function reportPanel(check: FactCheck, voice: Voice = ENGLISH): string {
  return body({ check, interactive: true, voice });
}

function body(manner: Manner): string {
  const { check, interactive } = manner;
  const told = inHtml(manner);
  const items = check.items.map((item, at) => itemHtml(item, at + 1, manner));
  return [
    header(manner),
    ...(interactive && items.length > 0 ? [tools(manner)] : []),
    '<main>',
    items.length > 0
      ? `<h2 id="items">${told(say`In the order of the text`)}</h2>\n<ol class="items" aria-labelledby="items">\n${items.join('\n')}\n</ol>`
      : `<p>${told(NOTHING)}</p>`,
    ...(check.remarks.length > 0
      ? [`<section class="also"><h2>${told(say`Also reported`)}</h2>\n${remarkList(check.remarks, manner)}</section>`]
      : []),
    '</main>',
  ].join('\n');
}

function header(manner: Manner): string {
  const { check } = manner;
  const { coverage } = check;
  const told = inHtml(manner);
  const rows = (['quotation', 'claim'] as const).flatMap((kind) =>
    countsOf(kind, coverage).map(
      ([, number, counted], at, all) =>
        `<tr>${at === 0 ? `<th scope="rowgroup" rowspan="${all.length}">${told(KINDS[kind].many)}</th>` : ''}<th scope="row">${told(counted)}</th><td>${number}</td></tr>`,
    ),
  );
  const groups = (['quotation', 'claim'] as const).flatMap((kind) => {
    const number = countsOf(kind, coverage).length;
    return number === 0 ? [] : [`<tbody>${rows.splice(0, number).join('')}</tbody>`];
  });
  const quiet = coverage.claims['no-source'] > 0 ? `<p class="quiet">${told(NO_SOURCE_NOTE)}</p>` : '';
  const heads = [say`Of the draft`, say`Verdict`, say`Number`].map((head) => `<th scope="col">${told(head)}</th>`);
  const table = `<table><caption>${told(say`What was found, by verdict`)}</caption><thead><tr>${heads.join('')}</tr></thead>${groups.join('')}</table>`;
  return `<header><h1>${told(say`Fact-check report:`)} <cite>${escaped(check.title)}</cite></h1>
<p class="day">${told(dayLine(check))}</p>
<section class="coverage" aria-labelledby="coverage"><h2 id="coverage">${told(say`Coverage`)}</h2>
<ul><li>${told(coverageLine('quotation', coverage))}</li><li>${told(coverageLine('claim', coverage))}</li><li>${told(signedLine(check))}</li></ul>
${groups.length > 0 ? `<details><summary>${told(say`As a table`)}</summary>${table}</details>` : ''}${quiet}</section></header>`;
}

function tools(manner: Manner): string {
  const { items, coverage } = manner.check;
  const told = inHtml(manner);
  const looks = items.filter(needsLook).length;
  const options: readonly (readonly [string, Said])[] = [
    ['all', say`Everything (${items.length})`],
    ['look', say`What needs a look (${looks})`],
    ['unsigned', say`Not signed off (${items.length - coverage.signed})`],
    ...(coverage.stale > 0 ? [['stale', say`Signed before a change (${coverage.stale})`] as const] : []),
    ...(['quotation', 'claim'] as const).flatMap((kind) =>
      countsOf(kind, coverage).map(
        ([verdict, number, counted]) => [`${kind}:${verdict}`, together(KINDS[kind].many, ': ', counted, ` (${number})`)] as const,
      ),
    ),
  ];
  const select = `<label>${told(say`Show`)} <select data-do="filter">${options.map(([value, label]) => `<option value="${value}">${told(label)}</option>`).join('')}</select></label>`;
  const formats = [
    ['markdown', 'Markdown'],
    ['html', 'HTML'],
    ['jsonld', 'JSON-LD'],
  ].map(([format, label]) => `<button type="button" data-do="export" data-format="${format}">${label}</button>`);
  return `<section class="tools" aria-label="${told(say`Tools`)}">${select}
<button type="button" data-do="next">${told(NEXT)}</button>
<span role="group" aria-labelledby="export"><span id="export">${told(say`Export as`)}</span> ${formats.join(' ')}</span></section>`;
}

/** Whether somebody should look at it who has little time. */
function needsLook({ verdict, remarks, signed }: Item): boolean {
  return remarks.length > 0 || signed.stale !== null || verdict === 'misquoted' || verdict === 'not-found' || verdict === 'differs';
}

function itemHtml(item: Item, number: number, manner: Manner): string {
  const { id, kind, verdict, signed, speaker } = item;
  const { sign } = toldOf(kind, verdict);
  const state = signed.fresh.length > 0 ? 'yes' : signed.stale ? 'stale' : 'no';
  const told = inHtml(manner);
  const head = speaker ? say`${KINDS[kind].one}, given to ${speaker}` : KINDS[kind].one;
  const whole = item.sentenceVerdict ? `<p class="quiet">${told(sentenceLine(item))}</p>` : '';
  const counted = item.sentenceVerdict ? ` data-also="claim:${item.sentenceVerdict}"` : '';
  const entries = [
    entry(told(say`Draft`), `<blockquote>${pieces(item.sentence)}</blockquote>${place(item, manner)}${whole}`),
    ...(item.remarks.length > 0 ? [entry(told(say`Reported`), remarkList(item.remarks, manner))] : []),
    ...(item.source ? sourceEntries(item, item.source, manner) : []),
    ...signEntries(item, manner),
  ];
  return `<li data-id="${id}" data-kind="${kind}" data-verdict="${verdict}"${counted} data-signed="${state}" data-look="${needsLook(item)}"><article id="item-${id}" tabindex="-1" aria-labelledby="head-${id}">
<h3 id="head-${id}"><span class="number">${number}.</span> ${told(head)}: <span class="verdict ${verdict}"><span aria-hidden="true">${sign}</span> ${told(verdictLine(item))}</span></h3>
<dl>${entries.join('\n')}</dl></article></li>`;
}

function entry(term: string, description: string): string {
  return `<div><dt>${term}</dt><dd>${description}</dd></div>`;
}

function place({ id, line }: Item, manner: Manner): string {
  const { interactive } = manner;
  const told = inHtml(manner);
  const label = told(say`Line ${line}`);
  return interactive
    ? ` <button type="button" class="go" data-go="draft" data-item="${id}">${label}<span class="unseen"> ${told(say`of the draft`)}</span></button>`
    : ` <span class="quiet">${label}</span>`;
}

function sourceEntries({ id }: Item, source: SourceShown, manner: Manner): string[] {
  const { interactive, check, voice } = manner;
  const told = inHtml(manner);
  const way = wayFrom(check.path, source.file);
  const name = escaped(source.name);
  const title = interactive
    ? `<button type="button" class="go" data-go="source" data-item="${id}">${name}</button>`
    : way === null
      ? `<cite>${name}</cite>`
      : `<a href="${escaped(way)}">${name}</a>`;
  const web = source.url === null ? '' : `<a href="${escaped(source.url)}" rel="noreferrer">${told(WEB_PAGE)}</a>`;
  const said = source.speaker === null ? '' : told(saidBy(source.speaker));
  const file = interactive ? '' : escaped(fileNameOf(source.file));
  const credit = [
    told(source.imprint),
    escaped(voice.retell(source.locator)),
    said,
    file,
    web,
    told(sourcesLine(source.independent)),
  ].filter(Boolean);
  const passage = `<blockquote>${pieces(source.passage)}</blockquote>`;
  return [entry(told(say`Source`), `${title}<p class="credit">${credit.join(' · ')}</p>`), entry(told(say`Passage`), passage)];
}

function signEntries({ id, signed }: Item, manner: Manner): string[] {
  const { interactive } = manner;
  const told = inHtml(manner);
  const lines = [
    ...signed.fresh.map((one) => `<p class="signed">${told(signedBy(one))}</p>`),
    ...(signed.stale ? [`<p class="stale">${told(staleLine(signed.stale))}</p>`] : []),
  ];
  if (!interactive) return lines.length > 0 ? [entry(told(SIGNED), lines.join(''))] : [];
  const form = `<details data-f="form"><summary data-f="open">${told(SIGN_OFF)}</summary><form data-item="${id}">
<label>${told(say`Initials`)} <input name="initials" data-f="initials" required maxlength="12" size="6" autocomplete="off"></label>
<label>${told(say`Note`)} <input name="note" data-f="note" maxlength="500" size="40" autocomplete="off"></label>
<button data-f="sign">${told(SIGN_OFF)}</button></form></details>`;
  const after = `<button type="button" data-do="withdraw" data-item="${id}" data-f="withdraw">${told(say`Take back`)}</button> <button type="button" data-do="next" data-item="${id}" data-f="next">${told(NEXT)}</button>`;
  return [entry(told(SIGNED), lines.join('') + (signed.fresh.length > 0 ? after : form))];
}

function remarkList(remarks: readonly Remark[], manner: Manner): string {
  const told = inHtml(manner);
  return `<ul class="remarks">${remarks.map(({ rule, message }) => `<li>${told(message)} <code>${rule}</code></li>`).join('')}</ul>`;
}

function pieces(all: readonly Piece[]): string {
  return all
    .map(({ text, marked, around }) => {
      if (marked) return `<mark>${escaped(text)}</mark>`;
      return around ? `<span class="quiet">${escaped(text)}</span>` : escaped(text);
    })
    .join('');
}
