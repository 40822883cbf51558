import { withoutPictures } from './packing.ts';

/** As much of what pdf.js gives for a run of text as is looked at; marks of marked content have a `type` and no `str`. */
export interface RawItem {
  readonly str?: string;
  readonly dir?: string;
  /** From text space to the page's own space: `[a b c d e f]` of ISO 32000-2, 8.3.3. */
  readonly transform?: readonly number[];
  readonly width?: number;
  readonly fontName?: string;
  readonly type?: string;
  readonly tag?: string;
}

/** As much of a page as is looked at. */
export interface RawPage {
  getViewport(options: { readonly scale: number }): {
    readonly width: number;
    readonly height: number;
    readonly transform: readonly number[];
  };
  streamTextContent(options: { readonly includeMarkedContent: boolean }): ReadableStream<{ readonly items: readonly RawItem[] }>;
  cleanup(): unknown;
}

/** What a PDF says of itself. */
export interface RawMetadata {
  readonly info: Readonly<Record<string, unknown>>;
  /** XMP, by lower-case qualified name; null where there is none. */
  readonly metadata: { get(name: string): unknown } | null;
}

/** As much of a PDF as is looked at. */
export interface RawPdf {
  readonly numPages: number;
  getPage(number: number): Promise<RawPage>;
  getPageLabels(): Promise<readonly string[] | null>;
  getMetadata(): Promise<RawMetadata>;
}

/** An open PDF and how to let go of it. */
export interface OpenPdf {
  readonly pdf: RawPdf;
  readonly close: () => Promise<void>;
}

/** As much of pdf.js as is used; what the package says of its types does not resolve. */
interface PdfJs {
  getDocument(options: object): {
    readonly promise: Promise<unknown>;
    onPassword: unknown;
    destroy(): Promise<void>;
  };
}

/** What reads the file's structure and fonts (pdf.js), without drawing, evaluating or fetching anything. */
const QUIET = {
  isEvalSupported: false,
  disableFontFace: true,
  // Or pdf.js would want font files of its own for the fourteen fonts that every viewer has; only their widths are needed.
  useSystemFonts: true,
  enableXfa: false,
  disableAutoFetch: true,
  disableRange: true,
  disableStream: true,
  stopAtErrors: false,
  verbosity: 0,
};

/**
 * Opens a PDF with pdf.js, in this thread. Rejects where it cannot be opened: with a `PasswordException`, or with whatever
 * pdf.js says.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const { getDocument } = (await import('unpdf/pdfjs')) as unknown as PdfJs;
  // pdf.js takes over the memory of what it is given: a copy.
  const task = getDocument({ ...QUIET, data: withoutPictures(bytes) });
  // Without an answer the promise of a PDF with a password would stay open.
  task.onPassword = () => void task.destroy().catch(() => undefined);
  try {
    const pdf = (await task.promise) as unknown as RawPdf;
    return { pdf, close: () => task.destroy().catch(() => undefined) };
  } catch (error) {
    await task.destroy().catch(() => undefined);
    throw error;
  }
}
