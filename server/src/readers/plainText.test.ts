import { describe, expect, it } from 'vitest';
import { isoDate } from '../text/calendarDate.ts';
import { cleanText } from './cleanText.ts';
import { readPlainText } from './plainText.ts';

const BODY = [
  'The harbour board of Ostrand voted on Monday to close the northern pier for two years, ending months of argument over its rotten timbers.',
  '“We cannot send another ferry past those posts,” said Mira Talvik, who leads the board. “It would be a gamble.”',
  'Shop owners say the closure will cost them a third of their summer trade.',
  'The mayor, Jonas Reck, promised help.',
  'Talvik said a survey in March found that 41 of 90 posts were hollow.',
];
const TITLE = 'Ostrand votes to close its northern pier for two years';

/** What a page clipped as these lines gives up: headline, publisher, authors and day; and its body. */
function read(lines: readonly string[]) {
  const text = `${lines.join('\n')}\n`;
  const [article] = readPlainText('a.txt', text).articles;
  expect(article?.prose.text).toHaveLength(text.length);
  const published = article?.published ? isoDate(article.published) : null;
  return {
    title: article?.title,
    publisher: article?.publisher,
    authors: article?.authors,
    published,
    body: article ? cleanText(article).split('\n\n') : [],
  };
}

describe('a clipped page', () => {
  it.each<[string, string[], object]>([
    [
      'with labelled dates and a list of bylines',
      [
        `date 2024-10-08 ${TITLE}`,
        'Published: 08 Oct. 2024, 07:40',
        'Updated: 09 Oct. 2024, 09:12',
        '-',
        '- MIA ROE',
        '- [email protected]',
        ...BODY,
        'This story was translated from Ostrandish by a machine and checked by an editor.',
        'BY TOM POE [[email protected]]',
        'with the Ostrand Daily',
        'To leave a comment, please log in.',
      ],
      { publisher: 'Ostrand Daily', authors: ['MIA ROE'], published: '2024-10-08' },
    ],
    [
      'with menus before and a sign-up after',
      [
        'Menu',
        '',
        'Search',
        '',
        '  |   Politics',
        '',
        TITLE,
        '',
        `${TITLE}. Source: Ann Foe, Harbour Pool Photo via AP)`,
        '',
        ...BODY,
        '  • Market Data',
        'Close',
        '',
        'Welcome to CoastTimes',
        '',
        'Sign up for updates from every harbour and from every',
        'lighthouse along our coast.',
      ],
      { publisher: 'CoastTimes', authors: [], published: null },
    ],
    [
      'with a standfirst, an appeal, captions said twice and a comment form',
      [
        TITLE,
        '',
        'Board says ferries are at risk',
        '',
        'Mia Roe',
        'Tuesday 08 October 2024 07:40 EDT',
        'Comments',
        'Related: Storm closes coast road',
        '',
        'Your support keeps the lights of this newsroom on',
        '',
        'The Beacon is trusted by captains and cooks alike. We know how much the tides matter to them.',
        '',
        'Your donation buys a reporter’s boots.',
        '',
        'Please consider becoming a member.',
        '',
        ...BODY.slice(0, 2),
        'Ferries wait off the northern pier',
        'Ferries wait off the northern pier (Getty)',
        ...BODY.slice(2),
        'Join the discussion',
        'Join lively conversations with other Beacon readers',
        'Comments',
      ],
      { publisher: 'The Beacon', authors: ['Mia Roe'], published: '2024-10-08' },
    ],
    [
      'of a news agency',
      [
        'Europe',
        TITLE,
        'By Mia Roe and Tom Poe',
        'October 8, 2024 9:12 AM GMT+1 · Updated 3 hours ago',
        'A ferry passes the northern pier in Ostrand. REUTERS/Ann Foe',
        ...BODY,
        'Reporting by Mia Roe; Editing by Ann Foe',
        'Read Next',
        'Ferries sail late as storm nears',
        'Harbour cats win prize',
      ],
      { publisher: null, authors: ['Mia Roe', 'Tom Poe'], published: '2024-10-08' },
    ],
    [
      'with a cookie notice, buttons, tags and a copyright line',
      [
        'We use cookies to give you the best experience on our website.',
        'Accept all',
        'The Ostrand Herald',
        'Log in',
        TITLE,
        'October 8, 2024',
        'Facebook',
        'Email',
        ...BODY,
        'Sign up for our free newsletter and get top stories in your inbox.',
        'Tags: ferries, harbours',
        'Leave a comment',
        'Your email address will not be published.',
        '© 2024 The Ostrand Herald. All rights reserved.',
      ],
      { publisher: 'The Ostrand Herald', authors: [], published: '2024-10-08' },
    ],
    [
      'with links in its middle',
      [
        TITLE,
        'By Mia Roe, Europe reporter',
        'Tuesday 8 October 2024 07:40, UK',
        'Image: Ferries off the pier. Pic: AP',
        ...BODY.slice(0, 2),
        'Read more on this:',
        'Storm closes coast road',
        ...BODY.slice(2),
        'Most read',
        'Fish market moves inland',
      ],
      { publisher: null, authors: ['Mia Roe'], published: '2024-10-08' },
    ],
  ])('%s', (_, lines, details) => {
    expect(read(lines)).toEqual({ title: TITLE, ...details, body: BODY });
  });

  it('keeps a last paragraph that ends with its agency', () => {
    const last = 'The work will begin in May, the board said. (Yonhap)';
    expect(read([TITLE, 'By Mia Roe', 'Published : Oct 8, 2024 - 07:40:12', ...BODY, last, 'Most Popular']).body.at(-1)).toBe(last);
  });

  it('names no outlet that its report only mentions', () => {
    const lines = [
      TITLE,
      'Published: 8 Oct. 2024, 09:05',
      '- MIA ROE',
      ...BODY,
      'Talvik spoke to The Ostrand Herald, the official newspaper of the harbour.',
    ];
    expect(read(lines).publisher).toBeNull();
  });
});

describe('a text that is no page', () => {
  it.each<[string, string[]]>([
    ['a report', BODY],
    [
      'a speech',
      [
        'Fellow citizens:',
        '',
        'We are met, you and I, on a day of great reporting and greater stories, and I ask for your support.',
        'Comments are many.',
        '',
        'Your contribution to this harbour will be remembered by our children.',
        '',
        'JONAS RECK',
        'October 8, 1904',
      ],
    ],
    ['a poem', ['The pier is old', 'The pier is grey', 'The posts are cold', 'And washed away']],
    ['a note', ['Menu']],
  ])('stays whole: %s', (_, lines) => {
    expect(read(lines).body).toEqual(lines.filter((line) => line !== ''));
  });

  it('gives up its headline, if it has one', () => {
    expect(read([TITLE, '', ...BODY])).toMatchObject({ title: TITLE, body: BODY });
  });

  it('joins hard-wrapped lines, with offsets in the file', () => {
    const wrapped =
      'The harbour board of Ostrand voted on Monday\nto close the northern pier for two years,\nending months of argument over its rotten\ntimbers.\n\nThe mayor, Jonas Reck, promised\nhelp.\n';
    const [article] = readPlainText('a.txt', wrapped).articles;
    expect(article && cleanText(article).split('\n\n')).toEqual([BODY[0], BODY[3]]);
    expect(article?.prose.text).toBe(wrapped);
  });

  it('is a transcript where people plainly speak in turn', () => {
    const text = 'MIA ROE: Is it so?\nTOM POE: It is.\n'.repeat(3);
    expect(readPlainText('a.txt', text).articles[0]?.kind).toBe('transcript');
  });

  it('takes front matter before what it finds', () => {
    const text = `---\ntitle: Pier shut\npublisher: The Coast\n---\n${TITLE}\nBy Mia Roe\nPublished: 8 Oct. 2024, 09:05\n${BODY.join('\n')}\n`;
    expect(readPlainText('a.txt', text).articles[0]).toMatchObject({
      title: 'Pier shut',
      publisher: 'The Coast',
      authors: ['Mia Roe'],
      published: { year: 2024, month: 10, day: 8 },
    });
  });
});
