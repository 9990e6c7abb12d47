import type { Copy } from '../world/index.ts'

/** Bytes that are there at `t`. */
export function doneAt({ done, at, rate, bytes }: Copy, t: number): number {
  return Math.min(bytes, done + Math.floor(((t - at) / 1_000_000) * Math.max(0, rate)))
}
