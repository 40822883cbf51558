import { describe, test } from 'vitest';
import { checkDraft, corpusOf } from '../../../test/support/checkDraft.ts';

const echo = (body: string) => `---\ntitle: News of Lowmoor\npublisher: Lowmoor Echo\npublished: 2026-10-14\n---\n\n${body}`;
const REPORTED = ', the Lowmoor Echo reported.';

const TUNNEL = 'The council of Lowmoor will borrow £40 million for the tunnel under the brewery and the old tannery';
const CANAL = 'The new towpath of the canal will run for 12 kilometres between the brewery and the lower lock';
const TURNOUT = 'Turnout in the villages of the upper valley rose by 3 percentage points over the previous ballot';
const MARCH = 'Police in Lowmoor said that more than 20,000 people had marched past the brewery with lanterns';
const FERRY = 'The salvage of the ferry could cost the county as much as $9 million before the herring season opens';
const GALE = 'The weather station on the lighthouse measured gusts of up to 151 before the mast came down';
const VISITORS = 'The harvest festival of the upper valley drew more than 20,000';
const SHIP = 'The owners of the wreck bought the cargo of copper for £40m from a broker in the old harbour';
const GULLS = 'Hundreds of gulls settled on the roof of the brewery after the keeper had rung the bell';
const CORPUS = corpusOf(echo([TUNNEL, CANAL, TURNOUT, MARCH, FERRY, GALE, SHIP, GULLS, VISITORS].map((one) => `${one}.`).join('\n\n')));

const changed = (claim: string, from: string, to: string) => claim.replace(from, to) + REPORTED;

describe('the same number of something else', () => {
  test.each([
    ['of another magnitude', changed(TUNNEL, '40 million', '[40 billion]{wrong-number → 40 million}')],
    ['in another currency', changed(TUNNEL, '£40 million', '[$40 million]{wrong-number → £40 million}')],
    ['in another currency, in words', changed(TUNNEL, '£40 million', '[40 million euros]{wrong-number → £40 million}')],
    ['in another unit', changed(CANAL, '12 kilometres', '[12 miles]{wrong-number → 12 kilometres}')],
    ['per cent for points', changed(TURNOUT, '3 percentage points', '[3 per cent]{wrong-number → 3 percentage points}')],
    ['with another suffix', changed(SHIP, '40m', '[40bn]{wrong-number → 40m}')],
    ['another figure with a suffix', changed(SHIP, '40m', '[45m]{wrong-number → 40m}')],
    ['another magnitude without a figure', changed(GULLS, 'Hundreds', '[Thousands]{wrong-number → Hundreds}')],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

describe('units that are the same, or converted', () => {
  test.each([
    ['km', changed(CANAL, '12 kilometres', '12 km')],
    ['closed up', changed(CANAL, '12 kilometres', '12km')],
    ['American', changed(CANAL, '12 kilometres', '12 kilometers')],
    ['converted', changed(CANAL, '12 kilometres', '7.5 miles')],
    ['converted, closed up', changed(CANAL, '12 kilometres', '39370ft')],
    ['converted money', changed(TUNNEL, '£40 million', '$52 million')],
    ['pounds', changed(TUNNEL, '£40 million', '40 million pounds')],
    ['m', changed(TUNNEL, '£40 million', '£40m')],
    ['million for m', changed(SHIP, '£40m', '£40 million')],
    ['dollars', changed(FERRY, '$9 million', '9 million dollars')],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));
});

describe('how exactly a figure is known', () => {
  test.each([
    ['almost for more than', changed(MARCH, 'more than 20,000', '[almost 20,000]{wrong-number → more than 20,000}')],
    ['fewer than for more than', changed(MARCH, 'more than 20,000', '[fewer than 20,000]{wrong-number → more than 20,000}')],
    ['almost for more than, at the end', changed(VISITORS, 'more than 20,000', '[almost 20,000]{wrong-number → more than 20,000}')],
    ['more than left out, at the end', changed(VISITORS, 'more than 20,000', '[20,000]{wrong-number → more than 20,000}')],
    ['more than left out', changed(MARCH, 'more than 20,000', '[20,000]{wrong-number → more than 20,000}')],
    ['as much as left out', changed(FERRY, 'as much as $9 million', '[$9 million]{wrong-number → as much as $9 million}')],
    ['up to left out', changed(GALE, 'of up to 151', 'of [151]{wrong-number → up to 151}')],
    ['nearly put in', changed(CANAL, '12', '[nearly 12]{wrong-number → 12}')],
  ])('%s', (_, draft) => checkDraft(CORPUS, draft));

  test.each([
    ['over', changed(MARCH, 'more than', 'over')],
    ['about', changed(MARCH, 'more than', 'about')],
    ['at most for as much as', changed(FERRY, 'as much as', 'up to')],
    ['otherwise said', changed(MARCH, 'more than 20,000', 'well over 20,000')],
  ])('but not %s', (_, draft) => checkDraft(CORPUS, draft));
});

describe('digits that are grouped otherwise', () => {
  const LITRES = 'The brewery of Lowmoor pumped 24,000 litres of spring water into the canal before the lock gave way';
  const GERMAN = 'Die Brauerei von Lowmoor hat an diesem Tag 12.500 Liter Wasser aus der Quelle in den alten Kanal gepumpt';
  const GROUPS = corpusOf(echo(`${LITRES}.\n\n${GERMAN}.`));
  test.each([
    ['a space', changed(LITRES, '24,000', '24 000')],
    ['a no-break space', changed(LITRES, '24,000', '24\u00A0000')],
    ['nothing', changed(LITRES, '24,000', '24000')],
    ['another figure', changed(LITRES, '24,000', '[24 500]{wrong-number → 24,000}')],
    ['a comma in German', changed(GERMAN, '12.500', '12,500')],
    ['an apostrophe in German', changed(GERMAN, '12.500', '12’500')],
    ['a space in German', changed(GERMAN, '12.500', '12 500')],
    ['another figure in German', changed(GERMAN, '12.500', '[15.200]{wrong-number → 12.500}')],
  ])('%s', (_, draft) => checkDraft(GROUPS, draft));
});

test('words that are figures in English only', () => {
  const french = 'Les pêcheurs de la baie ont vendu six bateaux à la famille du meunier pour une somme qui reste secrète';
  checkDraft(corpusOf(echo(`${french}.`)), changed(french, 'six', '9'));
});
