// What both packages are laid out with.
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '..');
export const STAGING = path.join(ROOT, 'dist/package');
export const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
/** What of others is in the bundles, and under what terms; made with them. */
export const NOTICES = 'THIRD-PARTY-NOTICES.txt';

/** Files carry this day in both packages (the first that a ZIP archive knows), so that the same code makes the same bytes. */
export const SAME_DAY = '315532800';

/**
 * Runs one of the project's tools, and ends with it where it fails.
 * @param {string} tool
 * @param {readonly string[]} args
 * @param {string} folder
 */
export function run(tool, args, folder) {
  const { status, error } = spawnSync(process.execPath, [tool, ...args], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, SOURCE_DATE_EPOCH: SAME_DAY },
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/**
 * Copies files and folders of one folder to another.
 * @param {readonly string[]} names
 * @param {string} from
 * @param {string} to
 */
export function lay(names, from, to) {
  for (const name of names) cpSync(path.join(from, name), path.join(to, name), { recursive: true });
}

/**
 * Takes the pictures of README and docs out of a package: where an editor, a marketplace or a registry shows a page, it loads none from
 * there, and a picture that is missing would be a hole in the page. Pictures stand in paragraphs of their own.
 * @param {string} folder
 */
export function leavePicturesOut(folder) {
  rmSync(path.join(folder, 'docs/images'), { recursive: true });
  const pages = readdirSync(path.join(folder, 'docs')).filter((name) => name.endsWith('.md'));
  for (const page of ['README.md', ...pages.map((name) => `docs/${name}`)]) {
    const file = path.join(folder, page);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^!\[[^\]]*\]\((?:docs\/)?images\/[^)]+\)\n\n?/gm, ''));
  }
}

/**
 * Says how large a package is, and ends where that is too much.
 * @param {string} file
 * @param {number} most Bytes.
 */
export function weigh(file, most) {
  const { size } = statSync(file);
  console.log(`${path.relative(ROOT, file)}: ${(size / 1e6).toFixed(2)} MB`);
  if (size <= most) return;
  console.error(`The package is larger than ${most / 1e6} MB.`);
  process.exit(1);
}
