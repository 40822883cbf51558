/** Makes something when it is first asked for, and keeps it: tables and patterns that many runs have no need of. */
export function late<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
