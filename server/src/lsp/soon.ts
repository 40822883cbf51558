/**
 * Runs a task once for many calls that come together: `delay` milliseconds after the first of them, so that a steady
 * stream of calls cannot put it off for ever.
 */
export function soon(delay: number, task: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      task();
    }, delay);
  };
}
