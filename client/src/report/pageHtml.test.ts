import { expect, it } from 'vitest';
import { pageFor } from './pageHtml.ts';

it('the page of the report says which language it is in, and what it is called', () => {
  const page = pageFor({ title: '등대 & <불빛>', language: 'ko', style: '', script: 'report.js', nonce: 'n' });
  expect(page).toContain('<html lang="ko">');
  expect(page).toContain('<title>등대 &#38; &#60;불빛&#62;</title>');
});
