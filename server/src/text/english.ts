import { byContent } from './byContent.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words that make up a third of English running text. */
const ENGLISH = words(
  'the of and to in a that is was for it with as his her he she be by on not are this had at from but they you were have which one all would there their been has when who will more if said we our my your its or an so what about up out them into than can could do did i me him us no just how because says',
);
/**
 * The same of languages that newsrooms quote from, with the words that they share with English; what is commonest in running
 * text (stop words), which tells languages apart by a sentence (Grefenstette 1995, Comparing two language identification schemes).
 */
const OTHERS: readonly ReadonlySet<string>[] = [
  words(
    'der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an er hat aus bei sie nach wird einer um am sind noch wie einem über so zum war haben nur oder aber vor zur bis mehr durch man dann soll sein seit wir uns unser unsere ich mir mich kein keine keiner hatte hatten waren werden wurde wenn schon weil alle all was einen seine ihre sagte doch immer',
  ),
  words(
    'de la le et les des en un du une que est pour qui a dans par plus pas au sur ne se ce il sont mais comme ou si leur y dont elle deux ces été cette nous vous ils son sa ses mon ma mes lui aux avec je tu on être fait ont était sans bien tout tous même aussi notre votre qu',
  ),
  words(
    'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy hasta desde está mi porque qué sólo han yo hay vez puede todos nos nuestro nuestra dijo vamos',
  ),
  words(
    'di e che la il un a per in una è non si con del della i le da al dei lo sono ha come più ma anche o se nel alla gli delle dal questo ci era quando ne cui su loro hanno sua suo noi nostra nostro fatto mi dopo molto essere stato chi tutto tutti poi così senza',
  ),
  words(
    'de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos seus quem nas me esse eles foi ser há estão era são',
  ),
  words(
    'de het een en van in is dat op te zijn voor met die niet aan er om ook als dan maar bij nog uit naar door over ze hij was wordt heeft worden of zich wij we ons onze hun kan deze dit geen wel meer zou had al tot',
  ),
];
/** From so many words on, English has its share of small words. */
const ENOUGH_WORDS = 12;
const LEAST_SHARE = 0.12;

/** What is neither of the first pages, which are Latin, nor typographic: few texts have it, and to tell scripts apart takes longer. */
const BEYOND_LATIN = /[^\0-\u02df\u2000-\u206f\u20a0-\u20cf]/;

/** Whether a text is written in Latin letters alone. */
export function isLatin(text: string): boolean {
  return !BEYOND_LATIN.test(text) || !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text);
}

/**
 * Whether a text is English, as far as it can be told by its small words; one that has too few of any language is taken for
 * it. Who is named for words is read by English verbs, and must not be missed where there can be none.
 */
export const isEnglish: (text: string) => boolean = byContent((text) => {
  // What stands behind an apostrophe is an ending in English, and a word that says nothing elsewhere.
  const all = text.match(/(?<![\p{Alpha}][’'])\p{Alpha}(?:\p{Alpha}|\p{Gr_Ext})*/gu) ?? [];
  const small = (set: ReadonlySet<string>, some: readonly string[]) => some.filter((word) => set.has(word)).length;
  // “Los Angeles”, “Die Zeit”: inside a sentence a capital makes no small word.
  const written = all.map((word, i) => (i === 0 || word === 'I' ? word.toLowerCase() : word));
  const english = small(ENGLISH, written);
  if (OTHERS.some((set) => small(set, written) > english)) return false;
  if (all.length < ENOUGH_WORDS) return isLatin(text);
  return small(ENGLISH, text.toLowerCase().match(/\p{Alpha}(?:\p{Alpha}|\p{Gr_Ext})*/gu) ?? []) >= LEAST_SHARE * all.length;
});
