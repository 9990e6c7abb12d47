/**
 * Does a merge function let all masters come to the same value, in whatever order versions reach them? It does if it is
 * commutative, associative and idempotent (DOMAIN 5). Nobody can prove that of any function; so it is tried on versions
 * like those of the run, drawn the same way every time, and what breaks a law is made as small as it gets.
 *
 * Merged as the engine merges: one of two different values returned unchanged keeps its version's clocks; anything else
 * gets the later clock and both vectors. Where the function fails, the later version stands.
 */
import { Draw } from './draw.ts'
import type { Fault } from './faults.ts'
import type { MergeBase, Merged, MergeVersion, Sandbox } from './sandbox.ts'
import { simpler } from './simpler.ts'

export type Law = 'commutative' | 'associative' | 'idempotent'

export interface CounterExample {
  readonly law: Law
  /** Two versions for commutative, three for associative; for idempotent one, which the function made of two. */
  readonly inputs: readonly MergeVersion[]
  readonly base: MergeBase | null
  /** Canonical JSON, '' for a deleted row: merge(a, b), or merge(merge(a, b), c), or merge(a, a). */
  readonly left: string
  /** merge(b, a), or merge(a, merge(b, c)), or a. Where the function fails, the later version's value. */
  readonly right: string
}

export interface LawReport {
  readonly verdict: 'converges as far as tried' | 'may not converge'
  /** The smallest that was found, one for each law that does not hold. */
  readonly counterExamples: readonly CounterExample[]
  /** The first call that failed. */
  readonly failed: {
    readonly inputs: readonly MergeVersion[]
    readonly base: MergeBase | null
    readonly fault: Fault
  } | null
  /** How many triples of versions were tried. */
  readonly tried: number
}

export interface Trying {
  /** Versions of the run: values like theirs are drawn. None: small numbers. */
  readonly examples: readonly MergeVersion[]
  /** Triples of versions; 200 unless told. */
  readonly tries?: number
}

/** Half a second; whoever writes a slow function sees fewer tries. */
const MOST_STEPS = 30_000_000

/** All at once. */
export function checkLaws(sandbox: Sandbox, trying: Trying): LawReport {
  const turns = checkLawsInTurns(sandbox, trying)
  for (;;) {
    const turn = turns.next()
    if (turn.done) return turn.value
  }
}

/** The same in turns of a few calls, for a thread that has other things to do. Somebody who stops takes no more turns. */
export function* checkLawsInTurns(sandbox: Sandbox, { examples, tries = 200 }: Trying): Generator<void, LawReport> {
  const draw = new Draw(examples)
  const found = new Map<Law, Broken>()
  const until = sandbox.steps + MOST_STEPS
  let failed: LawReport['failed'] = null
  const merge = (a: MergeVersion, b: MergeVersion, base: MergeBase | null): MergeVersion => {
    const merged = sandbox.merge(a, b, base)
    if (!merged.ok) failed ??= { inputs: [a, b], base, fault: faultIn(merged) }
    return melded(a, b, merged)
  }
  let tried = 0
  for (; tried < tries && found.size < LAWS.length && sandbox.steps < until; tried++) {
    const { versions, base } = draw.triple(tried)
    for (const law of LAWS) {
      if (found.has(law)) continue
      const broken = breaks(law, versions, base, merge)
      yield
      if (broken !== null) found.set(law, yield* smallest(broken, merge, () => sandbox.steps < until + MOST_STEPS))
    }
  }
  const counterExamples = LAWS.flatMap((law) => found.get(law)?.example ?? [])
  const verdict = counterExamples.length === 0 ? 'converges as far as tried' : 'may not converge'
  return { verdict, counterExamples, failed, tried }
}

const LAWS = ['commutative', 'associative', 'idempotent'] as const

type Merge = (a: MergeVersion, b: MergeVersion, base: MergeBase | null) => MergeVersion

/** A counter-example, and what it was made of. */
interface Broken {
  example: CounterExample
  versions: readonly MergeVersion[]
  base: MergeBase | null
}

const NEEDED = { commutative: 2, associative: 3, idempotent: 2 } as const

function breaks(law: Law, drawn: readonly MergeVersion[], base: MergeBase | null, merge: Merge): Broken | null {
  const versions = drawn.slice(0, NEEDED[law])
  const [a, b, c] = versions as [MergeVersion, MergeVersion, MergeVersion]
  const broken = (inputs: readonly MergeVersion[], of: MergeBase | null, left: MergeVersion, right: MergeVersion) =>
    left.value === right.value
      ? null
      : { example: { law, inputs, base: of, left: left.value, right: right.value }, versions, base }
  if (law === 'commutative') return broken(versions, base, merge(a, b, base), merge(b, a, base))
  const both = merge(a, b, base)
  if (law === 'associative') return broken(versions, base, merge(both, c, base), merge(a, merge(b, c, base), base))
  // What it has made itself, met again: both had seen just that.
  const seen = { value: both.value }
  return broken([both], seen, merge(both, both, seen), both)
}

/** The same law broken by something simpler, as long as there is anything. */
function* smallest(broken: Broken, merge: Merge, goOn: () => boolean): Generator<void, Broken> {
  for (const { versions, base } of simpler(broken.versions, broken.base)) {
    if (!goOn()) break
    const still = breaks(broken.example.law, versions, base, merge)
    yield
    if (still !== null) return yield* smallest(still, merge, goOn)
  }
  return broken
}

function melded(a: MergeVersion, b: MergeVersion, merged: Merged): MergeVersion {
  const later = laterOf(a, b)
  if (!merged.ok) return later
  const { value } = merged
  if (a.value !== b.value && (value === a.value || value === b.value)) return value === a.value ? a : b
  const length = Math.max(a.vector.length, b.vector.length)
  const vector = Array.from({ length }, (_, at) => Math.max(a.vector[at] ?? 0, b.vector[at] ?? 0))
  return { ...later, value, vector }
}

/** By hybrid clock; of equal ones, the first node's. */
function laterOf(a: MergeVersion, b: MergeVersion): MergeVersion {
  const order = a.hybrid.us - b.hybrid.us || a.hybrid.count - b.hybrid.count
  if (order !== 0) return order > 0 ? a : b
  return b.node < a.node ? b : a
}

function faultIn({ ok: _, ...fault }: Extract<Merged, { ok: false }>): Fault {
  return fault
}
