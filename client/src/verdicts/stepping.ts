import {
  commands,
  type Disposable,
  l10n,
  languages,
  Position,
  Range,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  window,
} from 'vscode';
import { checkRequest, type QuotationVerdict, verdictsRequest } from '../../../server/src/lsp/protocol.ts';
import { ask } from '../client.ts';
import type { Register } from '../commands.ts';
import type { LateClient } from '../lateClient.ts';
import { type Direction, type Placed, type Step, stepFrom } from './nextPlace.ts';

/** How long it is said what was reached, in milliseconds. */
const SAID_MS = 10_000;

/** Goes from finding to finding, and from one quotation that could not be checked to the next. */
export class Stepping implements Disposable {
  /** What was said last, of where a step has led. */
  said = '';
  readonly #client: LateClient;
  readonly #owned: Disposable[];
  #saying: Disposable | undefined;

  constructor(client: LateClient, register: Register) {
    this.#client = client;
    this.#owned = [
      // What was said is about the draft before.
      window.onDidChangeActiveTextEditor(() => this.#saying?.dispose()),
      register('nextFinding', () => this.#toFinding('next')),
      register('previousFinding', () => this.#toFinding('previous')),
      register('nextUnchecked', () => this.#toUnchecked()),
    ];
  }

  dispose(): void {
    this.#saying?.dispose();
    for (const owned of this.#owned) owned.dispose();
  }

  async #toFinding(direction: Direction): Promise<void> {
    const editor = window.activeTextEditor;
    if (!editor) return this.#say(l10n.t('Open a draft first.'));
    const findings = languages.getDiagnostics(editor.document.uri).filter(({ source }) => source === 'verbatim');
    const step = stepFrom(editor.selection.active, findings, direction);
    if (!step) return this.#say(l10n.t('There are no findings in this draft.'));
    await this.#go(editor, step, (number, count) => {
      const messages = step.things.map(({ message }) => message).join(' ');
      return l10n.t('Finding {0} of {1}: {2}', number, count, messages);
    });
  }

  async #toUnchecked(): Promise<void> {
    const editor = window.activeTextEditor;
    if (!editor) return this.#say(l10n.t('Open a draft first.'));
    const quotations = await this.#quotationsOf(editor);
    const unchecked = quotations.filter(({ verdict }) => verdict === 'unchecked');
    if (quotations.length === 0) return this.#say(l10n.t('There are no quotations in this draft.'));
    const step = stepFrom(editor.selection.active, unchecked, 'next');
    if (unchecked.length === 0) return this.#say(l10n.t('No quotation of this draft is unchecked.'));
    if (step) await this.#go(editor, step, (number, count) => l10n.t('Unchecked quotation {0} of {1}', number, count));
  }

  /** As they are now: a draft that has changed since its last check is checked. */
  async #quotationsOf({ document }: TextEditor): Promise<readonly QuotationVerdict[]> {
    const params = { uri: this.#client.code2ProtocolConverter.asUri(document.uri) };
    const known = await ask(this.#client, verdictsRequest, params);
    if (known) return known.quotations;
    await ask(this.#client, checkRequest, params);
    return (await ask(this.#client, verdictsRequest, params))?.quotations ?? [];
  }

  async #go<Thing extends Placed>(editor: TextEditor, step: Step<Thing>, words: (number: number, count: number) => string): Promise<void> {
    const { line, character } = (step.things[0] as Thing).range.start;
    const place = new Position(line, character);
    editor.selection = new Selection(place, place);
    editor.revealRange(new Range(place, place), TextEditorRevealType.InCenterIfOutsideViewport);
    const said = words(step.number, step.count);
    this.#say(step.wrapped && step.count > 1 ? l10n.t('{0} (all round the draft)', said) : said);
    await commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
  }

  #say(words: string): void {
    this.said = words;
    this.#saying?.dispose();
    this.#saying = window.setStatusBarMessage(words, SAID_MS);
  }
}
