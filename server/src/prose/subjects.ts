import { sliceOf } from '../text/span.ts';
import type { Speaker } from './attribution.ts';
import type { ClauseToken } from './clause.ts';

const SUBJECT = new Set(['name', 'pronoun', 'role']);

export function speakerOf(token: ClauseToken): Speaker {
  const kind = token.kind === 'name' ? 'name' : token.kind === 'pronoun' ? 'pronoun' : 'role';
  return { span: token.span, kind, core: token.name?.core ?? token.span, name: null };
}

/** Walks left over `of North Korea`, `at the Institute`: to the word they belong to. */
function headBefore(tokens: readonly ClauseToken[], at: number): number {
  let i = at;
  for (;;) {
    let k = i - 1;
    while (k >= 0 && ['determiner', 'word', 'adverb', 'role'].includes((tokens[k] as ClauseToken).kind) && i - k < 4) k--;
    if (tokens[k]?.kind !== 'preposition' || k === 0) return i;
    i = k - 1;
  }
}

const UTTERANCES = new Set(
  'account report statement letter message release story article speech tweet post note memo interview address release transcript book essay column dispatch'.split(
    ' ',
  ),
);

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

/** The subject in front of an apposition that ends just before `comma`: “Ada Quill, the keeper, | said”. */
function beforeApposition(tokens: readonly ClauseToken[], comma: number): ClauseToken | undefined {
  for (let i = comma - 1; i > 0 && comma - i < 16; i--) {
    const token = tokens[i] as ClauseToken;
    if (token.kind === 'stop' || token.kind === 'colon' || (token.kind === 'cue' && !/(?:ing|ed)$/.test(token.text))) return undefined;
    if (token.kind !== 'comma' && token.kind !== 'dash') continue;
    const inner = tokens[comma - 1] as ClauseToken;
    const head = subjectAt(tokens, i - 1);
    if (head?.kind !== 'name' && inner.kind === 'name' && i === comma - 2) return inner;
    return head && SUBJECT.has(head.kind) ? head : undefined;
  }
  return undefined;
}

/** Who does what the verb at `cue` says, by the words just in front of it. */
export function subjectBefore(tokens: readonly ClauseToken[], cue: number): ClauseToken | undefined {
  let i = cue - 1;
  while (tokens[i]?.kind === 'adverb') i--;
  const token = tokens[i];
  if (!token) return undefined;
  if (token.kind === 'comma' || token.kind === 'dash') return beforeApposition(tokens, i);
  if (token.kind === 'relative') {
    if (token.text !== 'who') return undefined;
    const before = tokens[i - 1]?.kind === 'comma' ? tokens[i - 2] : tokens[i - 1];
    return before && SUBJECT.has(before.kind) ? before : undefined;
  }
  const head = subjectAt(tokens, i) as ClauseToken;
  if (SUBJECT.has(head.kind)) return head;
  const unnamed = head.kind === 'word' && tokens.slice(Math.max(0, i - 4), i).some(({ kind }) => kind === 'determiner');
  return unnamed ? { ...head, kind: 'role' } : undefined;
}

/** Who does it where the verb comes first: “wrote Ada Quill”, “said the keeper, Ada Quill”. */
export function subjectAfter(tokens: readonly ClauseToken[], cue: number): ClauseToken | undefined {
  let role: ClauseToken | undefined;
  for (let i = cue + 1; i < tokens.length && i - cue < 10; i++) {
    const token = tokens[i] as ClauseToken;
    if (token.kind === 'name' || token.kind === 'pronoun') return token.name && isAdjective(tokens, i) ? undefined : token;
    if (token.kind === 'role') role = token;
    else if (token.kind === 'comma' && !role) return undefined;
    else if (!['determiner', 'word', 'comma', 'adverb'].includes(token.kind)) return role;
  }
  return role;
}

/** “Russian” in “Russian ideologue Alexander Dugin”: another name follows the noun. */
function isAdjective(tokens: readonly ClauseToken[], at: number): boolean {
  const next = tokens[at + 1];
  return (next?.kind === 'role' || next?.kind === 'word') && tokens[at + 2]?.kind === 'name';
}

/** The first name or pronoun that no preposition, credit or possessive takes in: most likely the sentence's subject. */
export function mainSubject(tokens: readonly ClauseToken[], text: string): ClauseToken | undefined {
  return tokens.find((token, i) => {
    if (token.kind !== 'name' && token.kind !== 'pronoun') return false;
    if (token.name && (isAdjective(tokens, i) || DEMONYM.test(sliceOf(text, token.span)))) return false;
    if (/^[’']s?\b/u.test(text.slice(token.span.end, token.span.end + 2))) return false;
    let k = i - 1;
    while (k >= 0 && ['determiner', 'adverb'].includes((tokens[k] as ClauseToken).kind)) k--;
    const before = tokens[k];
    if (before?.kind === 'role' || before?.kind === 'name') return !isObject(tokens, k);
    return !isObject(tokens, i) && before?.kind !== 'credit' && before?.kind !== 'cue';
  });
}

function isObject(tokens: readonly ClauseToken[], at: number): boolean {
  return headBefore(tokens, at) !== at || tokens[at - 1]?.kind === 'preposition' || /ing$/.test(tokens[at - 1]?.text ?? '');
}

export const DEMONYM =
  /^(?:(?:North|South|East|West|Northern|Southern)\s)?(?:Russian|Korean|American|Chinese|British|French|German|Japanese|Italian|Spanish|Ukrainian|Israeli|Palestinian|Iranian|Iraqi|Syrian|Turkish|Indian|Pakistani|Canadian|Australian|European|African|Asian|Mexican|Brazilian|Dutch|Polish|Swedish|Norwegian|Danish|Finnish|Greek|Irish|Scottish|Welsh|English|Soviet|Western|Egyptian|Saudi|Vietnamese|Thai|Belarusian|Democratic|Republican|Democrat|Christian|Muslim|Jewish)s?$/u;
