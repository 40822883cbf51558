// Libraries that read some kind of file lie beside the program, one script each, and are loaded when the first such file is read.

/** As much of a worker's global scope as is changed. */
interface Scope {
  module?: { exports: unknown };
  verbatimLibrary?: (name: string) => unknown;
  postMessage: unknown;
}

const scope = globalThis as unknown as Scope;

/**
 * Has the libraries in a folder at hand. What the bundler puts in place of importing one asks for it by the name of its script
 * (`verbatimLibrary`, see `esbuild.mjs`), and waits for it: a worker may. The scripts are those that Node loads, which hand over
 * what they have as CommonJS modules do.
 */
export function offerLibraries(folder: string): void {
  scope.verbatimLibrary = (name) => {
    const module = { exports: {} as unknown };
    const { postMessage } = scope;
    scope.module = module;
    // Where it could send messages, pdf.js would take the worker for one of its own, and its messages with it.
    scope.postMessage = undefined;
    try {
      importScripts(new URL(`${name}.js`, folder).href);
    } finally {
      delete scope.module;
      scope.postMessage = postMessage;
    }
    return module.exports;
  };
}
