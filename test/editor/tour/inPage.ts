// What is asked of the page itself. Each function runs there, alone: it can use nothing that is outside of it.

/** A part of the window, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where words stand. A line of the editor is made of many elements, and words may begin in one and end in another. */
export function placeOfWords(words: string): Box | null {
  for (const line of document.querySelectorAll('.monaco-editor .view-line')) {
    const nodes: { node: Text; start: number }[] = [];
    let text = '';
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push({ node: node as Text, start: text.length });
      text += (node as Text).data.replaceAll('\u00a0', ' ');
    }
    const at = text.indexOf(words);
    if (at < 0) continue;
    const place = (offset: number) => nodes.findLast(({ start }) => start <= offset);
    const [first, last] = [place(at), place(at + words.length - 1)];
    if (!first || !last) continue;
    const range = document.createRange();
    range.setStart(first.node, at - first.start);
    range.setEnd(last.node, at + words.length - last.start);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x, y, width, height };
  }
  return null;
}

/** The kinds of squiggles (`warning`, `error` …) that run under a part of the window. */
export function squigglesUnder({ x, y, width, height }: Box): string[] {
  return [...document.querySelectorAll('.monaco-editor .view-overlays [class*=squiggly-]')].flatMap((element) => {
    const box = element.getBoundingClientRect();
    const beside = box.right <= x + 1 || box.left >= x + width - 1 || box.bottom <= y || box.top >= y + height;
    return beside ? [] : [/squiggly-(\w+)/.exec(element.className)?.[1] ?? ''];
  });
}

/** The signs that extensions put behind words in the lines where these stand, in the order of the text. */
export function signsBehind(words: string): string {
  const lines = [...document.querySelectorAll('.monaco-editor .view-line')].filter((line) =>
    (line.textContent ?? '').replaceAll('\u00a0', ' ').includes(words),
  );
  const signs = lines.flatMap((line) => [...line.querySelectorAll('span')].map((part) => getComputedStyle(part, '::after').content));
  return signs.map((sign) => (sign.startsWith('"') ? sign.slice(1, -1) : '')).join('');
}
