import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { verdictsOf } from '../features/verdicts.ts';
import { checkedNotification, type VerdictsParams, type VerdictsResult } from './protocol.ts';
import type { Session } from './session.ts';
import { soon } from './soon.ts';

/** How long checks are gathered before the client is told of them, in milliseconds. */
const GATHER_MS = 100;

/** Tells a client that shows verdicts when there may be others. */
export class VerdictTeller {
  /** Whether the client has ever asked for verdicts. */
  isAsked: boolean = false;
  readonly #waiting = new Set<string>();
  readonly #tellSoon: () => void;

  constructor(connection: Connection, failed: (error: unknown) => void) {
    this.#tellSoon = soon(GATHER_MS, () => {
      const uris = [...this.#waiting];
      this.#waiting.clear();
      for (const uri of uris) connection.sendNotification(checkedNotification.method, { uri }).catch(failed);
    });
  }

  /** A document was checked, or found to be no draft. */
  checked(uri: string): void {
    if (!this.isAsked) return;
    this.#waiting.add(uri);
    this.#tellSoon();
  }
}

/** The verdicts of the check that was made last, if it was of the document as it is now; no check is made for them. */
export async function verdicts(session: Session, params: VerdictsParams | null, signal: AbortSignal): Promise<VerdictsResult | null> {
  const uri = params?.uri;
  if (typeof uri !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, 'The URI of the draft is missing.');
  session.verdicts.isAsked = true;
  const opened = await session.desk.open(uri, signal);
  if (!('draft' in opened)) {
    const version = session.documents.get(uri)?.version;
    return version === undefined ? null : { version, quotations: [] };
  }
  const { draft } = opened;
  if (!draft.shelf.check.isDone({ ...draft.document, stands: draft.stands }, draft.configuration.settings)) return null;
  const view = await session.desk.viewOf(draft, signal);
  return { version: view.version, quotations: verdictsOf(view) };
}
