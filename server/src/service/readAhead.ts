/** How many files are asked for ahead of the one that is waited for. */
const AHEAD = 8;

/** What `read` gives for each item, in order. It is asked for a few at once and must not reject: a disk is best kept busy. */
export async function* readAhead<T, R>(items: readonly T[], read: (item: T) => Promise<R>): AsyncGenerator<R> {
  const running: Promise<R>[] = [];
  for (let at = 0; at < items.length; at++) {
    while (running.length < AHEAD && at + running.length < items.length) running.push(read(items[at + running.length] as T));
    yield await (running.shift() as Promise<R>);
  }
}
