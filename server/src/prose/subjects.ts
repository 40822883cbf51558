import { byContent } from '../text/byContent.ts';
import { type Span, sliceOf } from '../text/span.ts';
import type { Speaker } from './attribution.ts';
import { type ClauseToken, clauseTokens, isSelfContained, tokenMoved } from './clause.ts';
import { isOffice } from './names.ts';

const SUBJECT = new Set(['name', 'pronoun', 'role']);

export function speakerOf(token: ClauseToken): Speaker {
  const kind = token.kind === 'name' ? 'name' : token.kind === 'pronoun' ? 'pronoun' : 'role';
  return { span: token.span, kind, core: token.name?.core ?? token.span, name: null };
}

/** Prepositions that may begin a clause: what follows is a subject of its own (“a week before Ada said …”). */
const CONJUNCTIONS = new Set('before after since until than like'.split(' '));

/** Walks left over `of North Korea`, `at the Institute`: to the word they belong to. */
function headBefore(tokens: readonly ClauseToken[], at: number): number {
  let i = at;
  for (;;) {
    let k = i - 1;
    while (k >= 0 && ['determiner', 'word', 'adverb', 'role'].includes((tokens[k] as ClauseToken).kind) && i - k < 4) k--;
    const before = tokens[k];
    if (before?.kind !== 'preposition' || k === 0 || CONJUNCTIONS.has(before.text)) return i;
    i = k - 1;
  }
}

const UTTERANCES = new Set(
  'account report statement letter message release story article speech tweet post note memo interview address release transcript book essay column dispatch'.split(
    ' ',
  ),
);

/** Whether a noun names something said or written: account, report, letter. */
export function isUtterance(word: string): boolean {
  return UTTERANCES.has(word);
}

/** The subject at `at`, walked back from there over what belongs to it: “the account by Ada Quill” is hers. */
function subjectAt(tokens: readonly ClauseToken[], at: number): ClauseToken | undefined {
  const i = headBefore(tokens, at);
  const head = tokens[i];
  if (head && UTTERANCES.has(head.text)) {
    const by = tokens.slice(i + 1, at + 1).findIndex(({ text }) => text === 'by' || text === 'from' || text === 'of');
    const name = by < 0 ? undefined : tokens.slice(i + 2 + by, at + 1).find(({ kind }) => kind === 'name');
    if (name) return name;
  }
  return head;
}

/** So many tokens at the most. */
const LONGEST_APPOSITION = 15;

/** The subject in front of an apposition that ends just before `comma`: “Ada Quill, the keeper, | said”. */
function beforeApposition(tokens: readonly ClauseToken[], comma: number): ClauseToken | undefined {
  const from = Math.max(1, comma - LONGEST_APPOSITION);
  const open = tokens.findLastIndex(({ kind }, i) => i < comma && (kind === 'comma' || kind === 'dash'));
  const inside = tokens.slice(open + 1, comma);
  const ends = ({ kind, text }: ClauseToken) => kind === 'stop' || kind === 'colon' || (kind === 'cue' && !/(?:ing|ed)$/.test(text));
  if (open < from || inside.some(ends)) return undefined;
  const head = subjectAt(tokens, open - 1);
  const [only] = inside;
  const named = head?.kind === 'name' && !isOffice(head.text);
  if (!named && inside.length === 1 && only?.kind === 'name') return only;
  return head && SUBJECT.has(head.kind) ? head : undefined;
}

/** “Ada Quill, who | said”: whom a relative clause is about. “That” and “which” are about things. */
function beforeRelative(tokens: readonly ClauseToken[], relative: number): ClauseToken | undefined {
  if (tokens[relative]?.text !== 'who') return undefined;
  const before = tokens[relative - 1]?.kind === 'comma' ? tokens[relative - 2] : tokens[relative - 1];
  return before && SUBJECT.has(before.kind) ? before : undefined;
}

/** Who does what the verb at `cue` says, by the words just in front of it. */
export function subjectBefore(tokens: readonly ClauseToken[], cue: number): ClauseToken | undefined {
  let i = cue - 1;
  while (tokens[i]?.kind === 'adverb') i--;
  const token = tokens[i];
  if (!token) return undefined;
  if (token.kind === 'comma' || token.kind === 'dash') return beforeApposition(tokens, i);
  if (token.kind === 'relative') return beforeRelative(tokens, i);
  // “with Ada Quill describing …”: the preposition governs the whole, not her.
  if (token.kind === 'name' && /ing$/.test((tokens[cue] as ClauseToken).text)) return token;
  const head = subjectAt(tokens, i) as ClauseToken;
  if (SUBJECT.has(head.kind)) return head;
  const unnamed = head.kind === 'word' && tokens.slice(Math.max(0, i - 4), i).some(({ kind }) => kind === 'determiner');
  return unnamed ? { ...head, kind: 'role' } : undefined;
}

/** Words that may stand between an inverted verb and whoever it is about. */
const BETWEEN_INVERTED = new Set(['determiner', 'word', 'adverb', 'role', 'comma']);

/** “said a protester”, “reads the report”: whatever has an article may speak. */
function nounAfterArticle(tokens: readonly ClauseToken[]): ClauseToken | undefined {
  const article = tokens.slice(0, 2).findIndex(({ kind }) => kind === 'determiner');
  const noun = article < 0 ? undefined : tokens[article + 1];
  return noun && (noun.kind === 'word' || noun.kind === 'cue') ? { ...noun, kind: 'role' } : undefined;
}

/** Who does it where the verb comes first: “wrote Ada Quill”, “said the keeper, Ada Quill”. */
export function subjectAfter(tokens: readonly ClauseToken[], cue: number): ClauseToken | undefined {
  const following = tokens.slice(cue + 1, cue + 10);
  const end = following.findIndex(({ kind }) => !BETWEEN_INVERTED.has(kind));
  const between = end < 0 ? following : following.slice(0, end);
  const role = between.findLast(({ kind }) => kind === 'role');
  const comma = between.findIndex(({ kind }) => kind === 'comma');
  // “said the harbour master, Ada Quill”: any noun with an article may stand before her name.
  if (comma >= 0 && !between.slice(0, comma).some(({ kind }) => kind === 'role' || kind === 'determiner')) return undefined;
  const first = following[end];
  if (first?.kind !== 'name' && first?.kind !== 'pronoun') return role ?? nounAfterArticle(following);
  // “said UCL astronomer Ada Quill”
  return isAdjective(tokens, tokens.indexOf(first)) ? following[end + 2] : first;
}

/** “Russian” in “Russian ideologue Alexander Dugin”: another name follows the noun. */
function isAdjective(tokens: readonly ClauseToken[], at: number): boolean {
  const next = tokens[at + 1];
  return (next?.kind === 'role' || next?.kind === 'word') && tokens[at + 2]?.kind === 'name';
}

/** Whether a token is a name or pronoun, not an adjective (“Russian”) or a possessive (“Ada's”). */
function canBeSubject(tokens: readonly ClauseToken[], i: number, text: string): boolean {
  const { kind, name, span, text: word } = tokens[i] as ClauseToken;
  if (kind !== 'name' && !(kind === 'pronoun' && /^(?:he|she|they)$/.test(word))) return false;
  if (name && (isAdjective(tokens, i) || DEMONYM.test(sliceOf(text, span)))) return false;
  return !/^[’']s?\b/u.test(text.slice(span.end, span.end + 2));
}

/** The first name or pronoun that no preposition, credit or possessive takes in: most likely the sentence's subject. */
export function mainSubject(tokens: readonly ClauseToken[], text: string): ClauseToken | undefined {
  return tokens.find((_, i) => {
    if (!canBeSubject(tokens, i, text)) return false;
    let k = i - 1;
    while (k >= 0 && ['determiner', 'adverb'].includes((tokens[k] as ClauseToken).kind)) k--;
    const before = tokens[k];
    if (before?.kind === 'role' || before?.kind === 'name') return !isObject(tokens, k);
    return !isObject(tokens, i) && before?.kind !== 'credit' && before?.kind !== 'cue';
  });
}

const mainOf = byContent((stretch) => mainSubject(clauseTokens(stretch, { start: 0, end: stretch.length }), stretch));

/** The main subject of a stretch of text, most likely a sentence. */
export function mainSubjectIn(text: string, within: Span): ClauseToken | undefined {
  // A possessive ending might go on behind the stretch.
  if (!isSelfContained(text, within) || /\w/.test(text.charAt(within.end))) return mainSubject(clauseTokens(text, within), text);
  const main = mainOf(sliceOf(text, within));
  return main && tokenMoved(main, within.start);
}

function isObject(tokens: readonly ClauseToken[], at: number): boolean {
  return headBefore(tokens, at) !== at || tokens[at - 1]?.kind === 'preposition' || /ing$/.test(tokens[at - 1]?.text ?? '');
}

export const DEMONYM =
  /^(?:(?:North|South|East|West|Northern|Southern)\s)?(?:Russian|Korean|American|Chinese|British|French|German|Japanese|Italian|Spanish|Ukrainian|Israeli|Palestinian|Iranian|Iraqi|Syrian|Turkish|Indian|Pakistani|Canadian|Australian|European|African|Asian|Mexican|Brazilian|Dutch|Polish|Swedish|Norwegian|Danish|Finnish|Greek|Irish|Scottish|Welsh|English|Soviet|Western|Egyptian|Saudi|Vietnamese|Thai|Belarusian|Democratic|Republican|Democrat|Christian|Muslim|Jewish)s?$/u;
