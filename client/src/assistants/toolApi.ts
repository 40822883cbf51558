import * as vscode from 'vscode';

// The part of VS Code's tools for language models that is used here. The oldest editor that is supported does not have it (1.95 is the
// first), nor does the declaration that is compiled against: so it is asked for when it is needed.

/** A tool that a language model may have run. */
export interface LanguageModelTool {
  prepareInvocation(options: { readonly input: unknown }): PreparedInvocation;
  invoke(options: { readonly input: unknown }, token: vscode.CancellationToken): Promise<unknown>;
}

/** What the user is shown before a tool is run, and while it runs. */
export interface PreparedInvocation {
  readonly invocationMessage: string;
  readonly confirmationMessages: { readonly title: string; readonly message: string };
}

interface ToolApi {
  readonly lm?: { readonly registerTool?: (name: string, tool: LanguageModelTool) => vscode.Disposable };
  readonly LanguageModelToolResult?: new (parts: readonly unknown[]) => unknown;
  readonly LanguageModelTextPart?: new (text: string) => unknown;
}

/** Registers tools and makes their results; null where the editor knows no tools. */
export interface Tools {
  register(name: string, tool: LanguageModelTool): vscode.Disposable;
  /** A result of some texts. */
  result(texts: readonly string[]): unknown;
}

export function toolsOfEditor(): Tools | null {
  const { lm, LanguageModelToolResult, LanguageModelTextPart } = vscode as unknown as ToolApi;
  const register = lm?.registerTool?.bind(lm);
  if (!register || !LanguageModelToolResult || !LanguageModelTextPart) return null;
  return {
    register,
    result: (texts) => new LanguageModelToolResult(texts.map((text) => new LanguageModelTextPart(text))),
  };
}
