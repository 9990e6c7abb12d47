/**
 * The real engine with somebody who runs functions: what generated runs with rule `function` are merged by. Lists become
 * their union, of anything else the larger text stays; that is commutative, associative and idempotent.
 */
import { createEngine } from '../../engine/index.ts'
import type { EngineOf } from './ways.ts'

interface Valued {
  readonly value: string
}

function union(a: Valued, b: Valued): string {
  const [one, other] = [a, b].map(({ value }) => (value.startsWith('[') ? (JSON.parse(value) as number[]) : null))
  if (!one || !other) return a.value > b.value ? a.value : b.value
  return JSON.stringify([...new Set([...one, ...other])].sort((x, y) => x - y))
}

export const mergingEngine: EngineOf = (run, options) => createEngine(run, { ...options, merge: () => union })
