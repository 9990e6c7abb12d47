/** A bug of ours, as one sentence: whoever reads it can report it, and the page stays usable. */
export const failure = (error: unknown): string =>
  `The simulation failed: ${(error instanceof Error ? error.message : String(error)).replace(/\.?$/, '.')}`
