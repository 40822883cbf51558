/** What comes in while nobody waits for it, in order. */
export class Inbox<T> {
  readonly #items: T[] = [];
  #failure: { readonly reason: unknown } | null = null;
  #wake: (() => void) | null = null;

  put(item: T): void {
    this.#items.push(item);
    this.#wake?.();
  }

  /** Has {@link next} reject from now on. */
  fail(reason: unknown): void {
    this.#failure ??= { reason };
    this.#wake?.();
  }

  /** The next item; one caller at a time. */
  async next(): Promise<T> {
    for (;;) {
      if (this.#failure) throw this.#failure.reason;
      const item = this.#items.shift();
      if (item !== undefined) return item;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
