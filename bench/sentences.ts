/** A sentence’s place, UTF-16 offsets, half-open; `line` counts the paragraphs. */
export interface SentencePlace {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

const END = /[.!?]["”’)]*\s+(?=["“‘(]*[A-Z0-9])/g;
/** What a full stop does not end a sentence after: titles, initials, states, months. */
const ABBREVIATED =
  /(?:^|[\s("“])(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Rev|St|No|Jr|Sr|vs|Inc|Co|Corp|U\.S|D\.C|[A-Z]\.[A-Z]|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.$/;

/** The sentences of a text, split plainly: the bench needs many, not all, and none that runs over a line’s end. */
export function sentencesOf(text: string): SentencePlace[] {
  const found: SentencePlace[] = [];
  let line = 0;
  for (let start = 0; start < text.length; line++) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    addSentences(found, text, { start, end, line });
    start = end + 1;
  }
  return found;
}

function addSentences(found: SentencePlace[], text: string, { start, end, line }: SentencePlace): void {
  let from = start;
  const add = (to: number) => {
    const sentence = text.slice(from, to);
    const trimmed = sentence.trim();
    if (trimmed !== '') {
      const at = from + sentence.indexOf(trimmed);
      found.push({ start: at, end: at + trimmed.length, line });
    }
    from = to;
  };
  END.lastIndex = start;
  for (let match = END.exec(text); match !== null && match.index < end; match = END.exec(text)) {
    if (ABBREVIATED.test(text.slice(Math.max(from, match.index - 12), match.index + 1))) continue;
    add(Math.min(end, match.index + match[0].length));
  }
  add(end);
}
