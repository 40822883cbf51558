// What of others is in the bundles, and under what terms.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const LICENSE_FILE = /^(?:licen[cs]e|copying|notice)/i;
const LINE = `\n${'─'.repeat(100)}\n\n`;

/** What packages carry with them without a word of its terms: the package, what it carries, and whose text the terms are. */
const CARRIED = [
  {
    by: 'unpdf',
    name: 'pdf.js (in unpdf)',
    license: 'Apache-2.0',
    text: 'Copyright Mozilla Foundation\n\n',
    file: 'packaging/licenses/Apache-2.0.txt',
  },
];

/**
 * The folder of the package that an input of a bundle belongs to, as esbuild names inputs: `node_modules/zod`.
 * @param {string} input
 */
export function packageOf(input) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input.replaceAll('\\', '/'))?.[0];
}

/**
 * One text for all packages, in the order of their names. Throws where one says nothing of its terms.
 * @param {Iterable<string>} folders Folders of packages as seen from `root`.
 * @param {string} root
 */
export function noticesOf(folders, root) {
  const whole = Array.from(folders, (folder) => wholePackage(folder, root));
  const found = [...new Set(whole)].map((folder) => noticeOf(path.join(root, folder)));
  const carried = CARRIED.filter(({ by }) => found.some(({ package: name }) => name === by)).map(({ name, license, text, file }) => ({
    name,
    notice: `${name}\n${license}\n\n${text}${readFileSync(path.join(root, file), 'utf8').trim()}\n`,
  }));
  const all = [...found, ...carried].sort((a, b) => (a.name < b.name ? -1 : 1));
  const unique = all.filter(({ notice }, at) => at === 0 || notice !== all[at - 1]?.notice);
  return `Verbatim has work of others in it, under these terms.\n${unique.map(({ notice }) => LINE + notice).join('')}`;
}

/**
 * Some packages have others built in, without what those say of themselves: their own terms hold for all of it.
 * @param {string} folder
 * @param {string} root
 */
function wholePackage(folder, root) {
  if (existsSync(path.join(root, folder, 'package.json'))) return folder;
  const outer = packageOf(folder.slice(0, folder.lastIndexOf('/node_modules/')));
  if (outer === undefined) throw new Error(`${folder} is no package.`);
  return outer;
}

/** @param {string} folder */
function noticeOf(folder) {
  const { name, version, license, author, homepage, repository } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const texts = existsSync(folder) ? readdirSync(folder).filter((file) => LICENSE_FILE.test(file)) : [];
  if (!license && texts.length === 0) throw new Error(`${folder} says nothing of the terms of its use: leave it out of the bundles.`);
  const maker = typeof author === 'string' ? author : author?.name;
  const home = homepage ?? (typeof repository === 'string' ? repository : repository?.url);
  const head = [`${name} ${version}`, license, maker, home].filter(Boolean).join('\n');
  const terms = texts.sort().map((file) => `\n${readFileSync(path.join(folder, file), 'utf8').trim()}\n`);
  return { name: `${name} ${version}`, package: name, notice: `${head}\n${terms.join('')}` };
}
