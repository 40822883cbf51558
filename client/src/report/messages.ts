// What the panel of the report and the extension say to each other. Types only.
import type { ReportFormat } from '../../../server/src/lsp/factCheckProtocol.ts';

/** The words of the page that are not the server's. */
export interface PageWords {
  /** `{0} of {1} shown.` */
  readonly shown: string;
  readonly allSigned: string;
  readonly updated: string;
}

export type ToPage =
  | { readonly kind: 'report'; readonly html: string; readonly initials: string; readonly words: PageWords }
  /** Something to be read out. */
  | { readonly kind: 'say'; readonly text: string }
  /** An item was signed, or its signature taken back: its form may close. */
  | { readonly kind: 'signed'; readonly item: string };

export type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'go'; readonly to: 'draft' | 'source'; readonly item: string }
  | { readonly kind: 'sign'; readonly item: string; readonly initials: string; readonly note: string }
  | { readonly kind: 'withdraw'; readonly item: string }
  | { readonly kind: 'export'; readonly format: ReportFormat }
  /** What is to be seen; for tests. */
  | { readonly kind: 'shown'; readonly items: number; readonly visible: number; readonly focused: string | null; readonly theme: string };
