import { describe, expect, it } from 'vitest';
import { type Dragged, thingsDragged, thingsPasted } from './things.ts';

const dragged = (some: Partial<Dragged>) => thingsDragged({ files: [], uriList: '', html: '', text: '', ...some });
const file = (name: string, uri: string | null = null) => ({ name, uri, bytes: async () => new Uint8Array([1]) });

describe('what is dragged', () => {
  it('from the explorer or the system are files', async () => {
    expect(await dragged({ uriList: '# two files\r\nfile:///a/weir.txt\r\nfile:///a/mill.pdf\r\n', text: '/a/weir.txt' })).toEqual([
      { kind: 'file', uri: 'file:///a/weir.txt' },
      { kind: 'file', uri: 'file:///a/mill.pdf' },
    ]);
  });

  it('is taken once, though it is named twice', async () => {
    const files = [file('weir.txt', 'file:///a/weir.txt'), file('other.txt', 'file:///a/other.txt')];
    expect(await dragged({ files, uriList: 'file:///a/weir.txt' })).toEqual([
      { kind: 'file', uri: 'file:///a/weir.txt' },
      { kind: 'file', uri: 'file:///a/other.txt' },
    ]);
  });

  it('into a browser’s window are files without a place', async () => {
    expect(await dragged({ files: [file('weir.txt')] })).toEqual([{ kind: 'content', name: 'weir.txt', bytes: new Uint8Array([1]) }]);
  });

  it('from a browser’s address bar is a page', async () => {
    const html = '<a href="https://example.org/weir">Weir holds</a>';
    expect(await dragged({ uriList: 'https://example.org/weir', html, text: 'https://example.org/weir' })).toEqual([
      { kind: 'page', address: 'https://example.org/weir' },
    ]);
  });

  it('from a page is the part of it', async () => {
    expect(await dragged({ html: '<p>It held.</p>', text: 'It held.' })).toEqual([
      { kind: 'text', text: 'It held.', html: '<p>It held.</p>' },
    ]);
    expect(await dragged({ uriList: 'javascript:void(0)', text: 'It held.' })).toEqual([{ kind: 'text', text: 'It held.', html: null }]);
  });

  it('without anything in it is nothing', async () => {
    expect(await dragged({ text: ' \n' })).toEqual([]);
  });
});

describe('what is pasted', () => {
  it('is the pages whose addresses it names and nothing else', () => {
    expect(thingsPasted(' https://example.org/a\n\nhttp://example.org/b \n')).toEqual([
      { kind: 'page', address: 'https://example.org/a' },
      { kind: 'page', address: 'http://example.org/b' },
    ]);
  });

  it('is else a text', () => {
    const text = 'https://example.org/a\nThe weir holds';
    expect(thingsPasted(text)).toEqual([{ kind: 'text', text, html: null }]);
    const many = 'https://example.org/a\n'.repeat(21);
    expect(thingsPasted(many)).toEqual([{ kind: 'text', text: many, html: null }]);
  });
});
