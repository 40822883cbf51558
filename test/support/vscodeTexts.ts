// Stands in for the editor's module `vscode` in the tests that run outside an editor (vitest.config.ts): as much of it as texts are
// made with. It speaks English unless a test has it speak another language.

type Texts = Readonly<Record<string, string>>;

let spoken: { readonly language: string; readonly texts: Texts | undefined } = { language: 'en', texts: undefined };

/** Has all texts come from a bundle; without one, in English. */
export function speak(language: string, texts?: Texts): void {
  spoken = { language, texts };
}

export const env = {
  get language(): string {
    return spoken.language;
  },
};

export const l10n = {
  get bundle(): Texts | undefined {
    return spoken.texts;
  },
  /** As the editor does it: what is not in the bundle is told in English. */
  t(message: string, ...args: readonly (string | number | boolean)[]): string {
    return (spoken.texts?.[message] ?? message).replace(/\{(\d+)\}/g, (whole, at: string) => String(args[Number(at)] ?? whole));
  },
};
