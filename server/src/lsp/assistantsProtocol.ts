// What client and server say to each other for an assistant of the editor. It stands as alone as protocol.ts.

import type { Method } from './protocol.ts';

/** What an assistant can have done. */
export type AssistantTool = 'checkText' | 'verifyQuotation' | 'findPassages' | 'listSources';

export interface AssistantParams {
  readonly tool: AssistantTool;
  /** What the assistant gives the tool; the server says what is wrong with it. */
  readonly input: unknown;
  /** The URI of the draft that is being worked on: its sources are meant where the input names no path. */
  readonly draft?: string;
}

export interface AssistantResult {
  /** The answer in words, in English: the assistant tells its user in theirs. */
  readonly text: string;
  /** The same as data, in the terms of `verbatim check --format json`. */
  readonly data: object;
}

/**
 * Answers an assistant. Fails with `RequestFailed` and a sentence for the user where the project does not allow assistants, or there is
 * nothing to answer from.
 */
export const assistantRequest: Method<AssistantParams, AssistantResult> = { method: 'verbatim/assistant' };
