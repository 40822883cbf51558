import { describe, expect, it } from 'vitest';
import { endingFor, endingIn, stemOf } from './contentKind.ts';
import type { Offer } from './offer.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

function kindOf(content: string, rest: Partial<Offer> = {}): string {
  return endingFor({ origin: 'page', bytes: bytesOf(content), name: null, mediaType: null, stated: {}, ...rest });
}

describe('the kind of some content', () => {
  it.each([
    ['text/html; charset=utf-8', 'html'],
    ['application/xhtml+xml', 'html'],
    ['TEXT/MARKDOWN', 'md'],
    ['application/pdf', 'pdf'],
    ['application/atom+xml', 'xml'],
    ['text/plain', 'txt'],
    ['image/png', 'png'],
  ])('is what the server says: %s', (mediaType, ending) => {
    expect(kindOf('The weir holds.', { mediaType })).toBe(ending);
  });

  it('is what its first bytes say, whatever the server does', () => {
    expect(kindOf('%PDF-1.7\n', { mediaType: 'text/html' })).toBe('pdf');
    expect(kindOf('{\\rtf1\\ansi', { mediaType: 'application/octet-stream' })).toBe('rtf');
    expect(kindOf(`PK\u0003\u0004${' '.repeat(26)}mimetypeapplication/epub+zip`)).toBe('epub');
    expect(kindOf(`PK\u0003\u0004${' '.repeat(26)}[Content_Types].xml … word/document.xml`)).toBe('docx');
  });

  it('is what the name says where the server says nothing much', () => {
    expect(kindOf('The weir holds.', { mediaType: 'text/plain', name: 'weir.md' })).toBe('md');
    expect(kindOf('The weir holds.', { mediaType: 'application/octet-stream', name: 'weir.txt' })).toBe('txt');
  });

  it('is seen where nobody says', () => {
    expect(kindOf('\n<!DOCTYPE html><title>Weir</title>')).toBe('html');
    expect(kindOf('<meta charset="utf-8"><h1 class="a">Weir</h1><p>It holds.</p>')).toBe('html');
    expect(kindOf('<b>The</b> weir holds.')).toBe('txt');
    expect(kindOf('<?xml version="1.0"?><rss/>')).toBe('xml');
    expect(kindOf('WEBVTT\n\n00:01.000 --> 00:02.000\nHello')).toBe('vtt');
    expect(kindOf('Received: from mill by weir\nSubject: The weir\n\nIt holds.')).toBe('eml');
    expect(kindOf('The weir holds.')).toBe('txt');
  });

  it('of a file of the writer’s is what its name says', () => {
    expect(kindOf('<html>', { origin: 'file', name: 'page.TXT' })).toBe('txt');
    expect(kindOf('PK\u0003\u0004', { origin: 'file', name: 'photos.zip' })).toBe('zip');
  });
});

it('an ending is letters after the last dot, and never all of a name', () => {
  expect(['weir.txt', 'weir.', '.txt', 'Vol. 3 of all', 'a.b.HTML'].map(endingIn)).toEqual(['txt', '', '', '', 'html']);
  expect(['weir.txt', 'weir', 'Vol. 3 of all'].map(stemOf)).toEqual(['weir', 'weir', 'Vol. 3 of all']);
});
