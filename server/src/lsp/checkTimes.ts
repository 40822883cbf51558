import type { Configuration } from '../service/configuration.ts';
import type { CheckTime } from '../service/settings.ts';
import type { OpenDocument } from './documents.ts';

/** What is known of an open document. */
interface Known {
  /** The version that it was opened with, was saved as last, and was asked about last. */
  readonly opened: number;
  saved: number | null;
  asked: number | null;
  /** What the editor is set to for just this document, by its language for instance. */
  own: Promise<CheckTime | undefined> | null;
  /** When it is checked, as far as has been asked. */
  time: CheckTime | null;
}

/** Which versions of a draft are to be reported on: every one, those that are saved, or those that the writer asks about. */
export class CheckTimes {
  readonly #ask: (uri: string) => Promise<CheckTime | undefined>;
  readonly #known = new Map<string, Known>();

  /** `ask` tells what the editor is set to for one document; undefined where it makes no difference between them. */
  constructor(ask: (uri: string) => Promise<CheckTime | undefined>) {
    this.#ask = ask;
  }

  opened({ uri, version }: OpenDocument): void {
    this.#known.set(uri, { opened: version, saved: null, asked: null, own: null, time: null });
  }

  saved({ uri, version }: OpenDocument): void {
    const known = this.#known.get(uri);
    if (known) known.saved = version;
  }

  /** The writer asks for a check of the document as it is now. */
  asked({ uri, version }: OpenDocument): void {
    const known = this.#known.get(uri);
    if (known) known.asked = version;
  }

  closed(uri: string): void {
    this.#known.delete(uri);
  }

  /** The editor may be set otherwise now. */
  forgetSettings(): void {
    for (const known of this.#known.values()) known.own = null;
  }

  /** When a draft is checked: as its project file says, else as the editor says of just this document, else of its folder. */
  async timeFor(uri: string, { settings, stated }: Configuration): Promise<CheckTime> {
    const known = this.#known.get(uri);
    if (!known) return settings.check;
    if (!stated?.includes('check')) known.own ??= this.#ask(uri);
    known.time = (stated?.includes('check') ? undefined : await known.own) ?? settings.check;
    return known.time;
  }

  /** Whether a draft is checked whatever happens to it, as far as is known. */
  isAlways(uri: string): boolean {
    return this.#known.get(uri)?.time === 'while-typing';
  }

  /** Whether a draft is open of which nothing is told before the writer asks. */
  get isAnyWaiting(): boolean {
    return [...this.#known.values()].some(({ time, asked }) => time === 'on-demand' && asked === null);
  }

  /** Whether what is found in this version is to be told. */
  isDue({ uri, version }: OpenDocument, time: CheckTime): boolean {
    const known = this.#known.get(uri);
    if (time === 'while-typing' || !known) return true;
    if (known.asked === version) return true;
    return time === 'on-save' && (known.opened === version || known.saved === version);
  }

  /** Whether nothing is to be told of a draft as yet. */
  isWaiting({ uri }: OpenDocument, time: CheckTime): boolean {
    return time === 'on-demand' && this.#known.get(uri)?.asked === null;
  }
}
