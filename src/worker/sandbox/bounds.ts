/**
 * How much a reader's function may take, and where things lie in the memory of the QuickJS that is pinned in
 * package.json (its version is part of the model: another build stops the same loop elsewhere).
 */

/** Turns of a loop inside the interpreter; a turn of the reader's own loop takes about ten. */
export const STEPS = {
  /** A call that has taken more is stopped at the next turn of the reader's own loop, or at his next call. */
  soft: 1_000_000,
  /** A call that is inside a built-in operation then is stopped here, wherever it is. */
  hard: 4_000_000,
  /** For making the interpreter ready. */
  ours: 1_000_000_000,
  stackBytes: 65_536,
} as const

/** Longest value, in bytes of its canonical JSON; also of the source of a function. */
export const LONGEST = 4096

/** The C program's own variables. Below lie its constants, above its stack (see machine.test.ts). */
export const DATA = { start: 80_400, end: 90_240 } as const

export const HEAP = {
  start: 5_333_088,
  /** Input is handed over in the lower part of the C stack's 5 MB, of which QuickJS may use 64 KB at the other end. */
  arguments: 900_000,
  numbers: 900_064,
  mostNumbers: 4096,
  input: 1_000_000,
  inputEnd: 1_400_000,
} as const

/** The memory, in pages of 64 KB: what the interpreter itself needs, and 1 MB for a function. */
export const PAGES = 99
