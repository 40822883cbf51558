import { expect, it } from 'vitest';
import { canonicalAddress } from './address.ts';

it.each([
  'http://news.example/2025/03/harbour',
  'https://www.News.example/2025/03/harbour/',
  'https://news.example/2025/03/harbour?utm_source=mail&fbclid=1#comments',
])('%s is the same page', (url) => {
  expect(canonicalAddress(url)).toBe('news.example/2025/03/harbour');
});

it('keeps what tells pages apart', () => {
  expect(canonicalAddress('https://news.example/story?id=7&utm_medium=x&a=1')).toBe('news.example/story?a=1&id=7');
  expect(canonicalAddress('https://news.example/Story')).not.toBe(canonicalAddress('https://news.example/story'));
});

it.each(['mailto:a@news.example', '#note', 'harbour.md', 'https://', ''])('%j is no web address', (url) => {
  expect(canonicalAddress(url)).toBeNull();
});
