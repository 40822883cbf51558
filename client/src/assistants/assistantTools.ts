import { Disposable, l10n, window, workspace } from 'vscode';
import { type AssistantTool, assistantRequest } from '../../../server/src/lsp/assistantsProtocol.ts';
import { ask } from '../client.ts';
import type { LateClient } from '../lateClient.ts';
import { type PreparedInvocation, type Tools, toolsOfEditor } from './toolApi.ts';

/** The tools as the manifest names them. */
const NAMES: Readonly<Record<AssistantTool, string>> = {
  checkText: 'verbatim_checkText',
  verifyQuotation: 'verbatim_verifyQuotation',
  findPassages: 'verbatim_findPassages',
  listSources: 'verbatim_listSources',
};

/** What the editor's assistant can have done, as long as the setting `verbatim.assistants` allows it. */
export class AssistantTools implements Disposable {
  readonly #client: LateClient;
  readonly #tools = toolsOfEditor();
  readonly #listening: Disposable;
  #registered: Disposable | null = null;

  constructor(client: LateClient) {
    this.#client = client;
    this.#listening = workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('verbatim.assistants')) this.#follow();
    });
    this.#follow();
  }

  dispose(): void {
    this.#listening.dispose();
    this.#registered?.dispose();
  }

  #follow(): void {
    const isWanted = workspace.getConfiguration('verbatim').get('assistants') === true;
    if (isWanted === (this.#registered !== null) || this.#tools === null) return;
    this.#registered?.dispose();
    this.#registered = isWanted ? this.#register(this.#tools) : null;
  }

  #register(tools: Tools): Disposable {
    const names = Object.entries(NAMES) as [AssistantTool, string][];
    return Disposable.from(
      ...names.map(([tool, name]) =>
        tools.register(name, {
          prepareInvocation: ({ input }) => prepared(tool, input),
          invoke: async ({ input }, token) => {
            const draft = window.activeTextEditor?.document.uri.toString();
            const params = { tool, input, ...(draft === undefined ? {} : { draft }) };
            const { text, data } = await ask(this.#client, assistantRequest, params, token);
            return tools.result([text, JSON.stringify(data)]);
          },
        }),
      ),
    );
  }
}

/** How much of what an assistant asks about is shown to the user, in UTF-16 code units. */
const LONGEST_SHOWN = 300;

/** What the user is asked: which text the assistant gets to see. */
function prepared(tool: AssistantTool, input: unknown): PreparedInvocation {
  const given = input as Readonly<Record<string, unknown>> | null;
  const words = (key: string): string => shortened(String(given?.[key] ?? ''));
  const elsewhere = l10n.t('An assistant that runs elsewhere sends this there.');
  switch (tool) {
    case 'checkText': {
      const sees = l10n.t(
        'It gets to see what is found in the text below, and the passages of your sources that this rests on, with their titles, publishers, days and paths.',
      );
      return {
        invocationMessage: l10n.t('Checking a text against the sources'),
        confirmationMessages: {
          title: l10n.t('Check a text for the assistant?'),
          message: `${sees} ${elsewhere}\n\n${quoted(words('text'))}`,
        },
      };
    }
    case 'verifyQuotation': {
      const sees = l10n.t(
        'It gets to see whether your sources have the words below, and the passage that they come from or that comes near them.',
      );
      return {
        invocationMessage: l10n.t('Verifying a quotation'),
        confirmationMessages: {
          title: l10n.t('Verify a quotation for the assistant?'),
          message: `${sees} ${elsewhere}\n\n${quoted(words('quotation'))}`,
        },
      };
    }
    case 'findPassages': {
      const sees = l10n.t('It gets to see the passages of your sources that have the words below or come near them.');
      return {
        invocationMessage: l10n.t('Looking for passages'),
        confirmationMessages: {
          title: l10n.t('Look for passages for the assistant?'),
          message: `${sees} ${elsewhere}\n\n${quoted(words('words'))}`,
        },
      };
    }
    case 'listSources': {
      const sees = l10n.t('It gets to see the titles, publishers, days, lengths and paths of your sources, and none of their text.');
      return {
        invocationMessage: l10n.t('Listing the sources'),
        confirmationMessages: { title: l10n.t('List your sources for the assistant?'), message: `${sees} ${elsewhere}` },
      };
    }
  }
}

function shortened(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** As a block quote of Markdown, in which nothing of it is obeyed. */
function quoted(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${line.replace(/[\\`*_{}[\]()#+!<>|~-]/g, '\\$&')}`)
    .join('\n');
}
