/** What is handed to the thread when it starts. */
export interface ExtractGift {
  /** Whether others want the processor more. */
  readonly yielding: boolean;
}

/** A file to read. The answer is its `Reading`. */
export interface ExtractOrder {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
