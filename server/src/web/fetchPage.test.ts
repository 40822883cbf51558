import { describe, expect, it } from 'vitest';
import { isWebAddress } from './fetchPage.ts';

describe('an address of the web', () => {
  it.each(['https://example.org', ' http://example.org/a?b=c#d\n', 'HTTPS://例え.jp/新聞'])('is %j', (text) => {
    expect(isWebAddress(text)).toBe(true);
  });

  it.each(['example.org', 'ftp://example.org', 'file:///etc/hosts', 'https://', 'see https://example.org', 'https://a b', 'https://[', ''])(
    'is not %j',
    (text) => {
      expect(isWebAddress(text)).toBe(false);
    },
  );
});
