import { pdfOf, setText } from './pdfWriter.ts';
import { packed } from './zips.ts';

// The same report as each kind of file has it.

export const TITLE = 'The weir holds';
const LEAD = 'The weir at Saltmere held on Tuesday night, the council said, though two elms came down across the mill road.';
export const WORDS = 'We opened the sluice an hour before the flood came down the valley';
const SAID = `“${WORDS},” said Tobin Marl, who keeps it.`;
const END = 'The bridge stays closed until the elms have been cut up and carted away, the council said.';
const PARAGRAPHS = [LEAD, SAID, END];

const HTML_BODY = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n');
const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${TITLE} | The Quay Courier</title>
<meta property="og:title" content="${TITLE}"><meta property="og:site_name" content="The Quay Courier">
<meta property="article:published_time" content="2024-03-13T09:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>${TITLE}</h1>${HTML_BODY}</article></body></html>`;
const MATTER = `---\ntitle: ${TITLE}\npublished: 2024-03-13\n---\n\n`;
const NINJS = { uri: 'urn:quay:1', type: 'text', headline: TITLE, versioncreated: '2024-03-13T09:00:00Z', body_xhtml: HTML_BODY };
const SCHEMA = { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: TITLE, datePublished: '2024-03-13' };
const NITF = `<nitf><head><title>${TITLE}</title><docdata><date.issue norm="20240313T090000Z"/></docdata></head>
<body><body.head><hedline><hl1>${TITLE}</hl1></hedline></body.head><body.content>${HTML_BODY}</body.content></body></nitf>`;

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const wordParagraph = (text: string, style = '') =>
  `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

function docx(): Uint8Array {
  const created = '<dcterms:created>2024-03-13T09:00:00Z</dcterms:created>';
  return packed({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="c" xmlns:dcterms="t">${created}</cp:coreProperties>`,
    'word/styles.xml': `<w:styles ${W}><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>`,
    'word/document.xml': `${XML}<w:document ${W}><w:body>${wordParagraph(TITLE, 'Title')}${PARAGRAPHS.map((text) => wordParagraph(text)).join('')}</w:body></w:document>`,
  });
}

function odt(): Uint8Array {
  const paragraphs = PARAGRAPHS.map((text) => `<text:p>${text}</text:p>`).join('');
  return packed({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `${XML}<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>${paragraphs}</office:text></office:body></office:document-content>`,
    'meta.xml': `${XML}<office:document-meta xmlns:office="o" xmlns:dc="d" xmlns:meta="m"><office:meta><dc:title>${TITLE}</dc:title><meta:creation-date>2024-03-13T09:00:00</meta:creation-date></office:meta></office:document-meta>`,
  });
}

function epub(): Uint8Array {
  const metadata = `<dc:title>${TITLE}</dc:title><dc:date>2024-03-13</dc:date><dc:language>en</dc:language>`;
  return packed({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': `${XML}<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>`,
    'book.opf': `${XML}<package xmlns:dc="d"><metadata>${metadata}</metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`,
    'a.xhtml': `${XML}<html><body><h1>The night</h1>${HTML_BODY}</body></html>`,
  });
}

const FRAMES = [{ x: 72, top: 760, width: 400, lines: 40 }];
const pdf = () => pdfOf([setText(['13 March 2024', ...PARAGRAPHS], FRAMES, { between: 1 }).flat()], { info: { Title: TITLE } });

const MHTML = `From: <Saved by a browser>\r\nSubject: ${TITLE}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: https://quay.example/weir\r\n\r\n${PAGE}\r\n--b--\r\n`;

const MAIL = `From: Edda Quill <edda@quay.example>\r\nSubject: ${TITLE}\r\nDate: Wed, 13 Mar 2024 09:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${PARAGRAPHS.join('\r\n\r\n')}\r\n`;

const feed = (items: string) =>
  `${XML}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Quay Courier</title>${items}</channel></rss>`;

const RSS = feed(
  `<item><title>${TITLE}</title><guid>urn:quay:1</guid><pubDate>Wed, 13 Mar 2024 09:00:00 GMT</pubDate><content:encoded><![CDATA[${HTML_BODY}]]></content:encoded></item>`,
);
const ATOM = `${XML}<feed xmlns="http://www.w3.org/2005/Atom"><title>The Quay Courier</title><id>urn:quay</id><updated>2024-03-13T09:00:00Z</updated><entry><title>${TITLE}</title><id>urn:quay:1</id><published>2024-03-13T09:00:00Z</published><updated>2024-03-13T09:00:00Z</updated><content type="html"><![CDATA[${HTML_BODY}]]></content></entry></feed>`;
const NEWSML = `${XML}<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:quay:1" version="1"><itemMeta><versionCreated>2024-03-13T09:00:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>${TITLE}</headline></contentMeta><contentSet><inlineXML contenttype="application/nitf+xml">${NITF}</inlineXML></contentSet></newsItem>`;

/** A text file by its name, or the bytes of any other. */
export const EVERY_FORMAT: Readonly<Record<string, string | Uint8Array>> = {
  'weir.md': `${MATTER}${PARAGRAPHS.join('\n\n')}\n`,
  'weir.txt': `${MATTER}${PARAGRAPHS.join('\n\n')}\n`,
  'weir.html': PAGE,
  'weir.htm': PAGE,
  'weir.mhtml': MHTML,
  'weir.pdf': pdf(),
  'weir.docx': docx(),
  'weir.odt': odt(),
  'weir.epub': epub(),
  'weir.eml': MAIL,
  'ninjs.json': JSON.stringify(NINJS),
  'ninjs.jsonl': `${JSON.stringify(NINJS)}\n`,
  'schema.json': JSON.stringify({ ...SCHEMA, articleBody: PARAGRAPHS.join('\n\n') }),
  'newsml.xml': NEWSML,
  'nitf.xml': `${XML}${NITF}`,
  'weir.rss': RSS,
  'weir.atom': ATOM,
};

const CUES = [
  ['00:00:01', '00:00:05', 'Edda Quill', 'When did you open the sluice, Mr Marl?'],
  ['00:00:05', '00:00:12', 'Tobin Marl', `${WORDS}.`],
] as const;

/** What was said, with times. */
export const CAPTIONS: Readonly<Record<string, string>> = {
  'hearing.vtt': `WEBVTT\n\n${CUES.map(([from, to, who, words]) => `${from}.000 --> ${to}.000\n<v ${who}>${words}\n`).join('\n')}`,
  'hearing.srt': CUES.map(([from, to, who, words], i) => `${i + 1}\n${from},000 --> ${to},000\n${who.toUpperCase()}: ${words}\n`).join(
    '\n',
  ),
};
