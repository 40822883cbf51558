import { expect, it } from 'vitest';
import { tamed } from './tame.ts';

/** How deep a parser would go that closes nothing by itself. */
function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z]+)/g)) {
    if (name === 'br' || name === 'wbr') continue;
    depth += slash === '/' ? -1 : 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

it('leaves a page as it is, but for its comments', () => {
  const page = '<ul><li>One<li>Two</ul><p>a<b>c</b> &amp; 1 < 2<script>"<div>".repeat(9)</script>';
  expect(tamed(page)).toEqual({ html: page, cut: false });
  expect(tamed('a<!-- <b> -->c<!--d').html).toBe('ac');
});

it('takes elements that are too deep for breaks, and their ends with them', () => {
  for (const name of ['div', 'b', 'table']) {
    const { html } = tamed(`${`<${name}>`.repeat(100_000)}x${`</${name}>`.repeat(100_000)}<p>y</p>`);
    expect(depthOf(html)).toBeLessThanOrEqual(301);
    expect(html.endsWith(`</${name}><p>y</p>`)).toBe(true);
  }
});

it('knows which elements end by themselves', () => {
  const rows = '<tr><td>a<td>b'.repeat(1_000);
  expect(tamed(`<table>${rows}</table>`).html).not.toContain('<br');
});

it('cuts off what has more tags than any page', () => {
  const { html, cut } = tamed('<'.repeat(300_000));
  expect([html.length, cut]).toEqual([250_000, true]);
});

it('goes through text once, whatever is left open in it', () => {
  for (const open of ['<!--', '<script>', '<a ', '<a href="', '</'])
    expect(tamed(open.repeat(100_000)).html.length).toBeLessThanOrEqual(2 * open.length * 100_000);
});
