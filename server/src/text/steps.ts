/** Long work in steps: each `yield` is a place where whoever runs it may let others have their turn, or give it up. */
export type Steps<T> = Generator<undefined, T>;

/** Runs work in steps to its end at once. */
export function toEnd<T>(work: Steps<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
