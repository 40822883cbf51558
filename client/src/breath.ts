/** Lets everybody else who runs here do what they have to do first. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
