import { expect, test } from 'vitest';
import { askPage, CLASSES, classOf, foldOf, KNOWN, PAGE, traitsOf, UNREAD } from './characterClasses.ts';

/** The pages from a code unit on that are known without being asked for. */
function knownFrom(first: number): readonly number[] {
  const pages: number[] = [];
  for (let page = first; page < CLASSES.length && CLASSES[page] !== UNREAD; page += PAGE) pages.push(page);
  return pages;
}

function told(first: number): readonly string[] {
  return Array.from({ length: PAGE }, (_, at) => {
    const unit = first + at;
    return `${unit.toString(16)}: ${CLASSES[unit]} ${classOf(unit)} ${traitsOf(unit)} ${foldOf(unit)}`;
  });
}

test.each([...KNOWN.keys()])('what is known from %i on is what the patterns find', (first) => {
  const pages = knownFrom(first);
  expect(pages.length).toBeGreaterThan(0);
  for (const page of pages) {
    const known = told(page);
    askPage(page);
    expect(known).toEqual(told(page));
  }
});
