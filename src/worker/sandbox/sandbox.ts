/**
 * A reader's merge function as a value that can be called: it decides what becomes of two versions of a row that were
 * written without knowledge of each other. It runs in an interpreter of its own, with no clock, no dice, nothing of
 * this page, and every call of it starts from the very same bytes; so the same versions give the same result, whatever
 * came before and on every machine.
 *
 * The source is one function and nothing else: an arrow function, with an expression or a body, or
 * `function NAME(a, b, base) { ... }`; comments and a semicolon may stand around it. Helpers go inside it. It is strict
 * code, and it gets three arguments: the two versions as {value, wall, hybrid: {us, count}, vector, node}, and what both
 * writers had seen of the row as {value}, or null if there is no such thing.
 */

import { LONGEST, STEPS } from './bounds.ts'
import { type Fault, faultOf, type SourceError, sourceError } from './faults.ts'
import { Handed } from './handed.ts'
import type { Machine, Picture, Ran } from './machine.ts'
import { isWhole } from './oneFunction.ts'

/** One version of a row as the function sees it, where `value` is the value itself. */
export interface MergeVersion {
  /** Canonical JSON, up to 4,096 bytes; '' for a deleted row, which the function sees as null. */
  readonly value: string
  /** What its writer's wall clock showed, in microseconds. */
  readonly wall: number
  readonly hybrid: { readonly us: number; readonly count: number }
  /** How many writes of each node its writer had seen of this row, in the order of the nodes. */
  readonly vector: readonly number[]
  /** The id of the node that wrote it. */
  readonly node: string
}

/** What both writers had seen of the row. */
export type MergeBase = Pick<MergeVersion, 'value'>

export type Merged =
  /** Canonical JSON, or '' where the function returned null: the row is deleted. */
  { readonly ok: true; readonly value: string } | ({ readonly ok: false } & Fault)

export interface Sandbox {
  readonly source: string
  merge(a: MergeVersion, b: MergeVersion, base: MergeBase | null): Merged
  /** The same results as one by one, several times faster. */
  mergeAll(calls: readonly MergeCall[]): Merged[]
  /** Taken by all calls so far, in turns of the interpreter's loops. */
  readonly steps: number
  /** Afterwards it cannot be called. */
  dispose(): void
}
export type MergeCall = readonly [a: MergeVersion, b: MergeVersion, base: MergeBase | null]

export function openOn(machine: Machine, source: string): Sandbox | SourceError {
  if (new TextEncoder().encode(source).length > LONGEST)
    return { line: 1, column: 1, message: `The function is longer than ${LONGEST.toLocaleString('en')} bytes.` }
  if (/^\s*$/.test(source)) return isWhole(source, '')!
  machine.restoreWhole(machine.blank)
  const taken = machine.take(`merge =\n${source}\n`)
  if (!('text' in taken)) return sourceError(taken, source)
  const wrong = isWhole(source, taken.text)
  if (wrong !== null) return wrong
  return new Opened(machine, source)
}

class Opened implements Sandbox {
  private readonly machine: Machine
  private picture: Picture | null
  readonly source: string
  steps = 0

  constructor(machine: Machine, source: string) {
    this.machine = machine
    this.source = source
    this.picture = machine.picture()
  }

  merge(a: MergeVersion, b: MergeVersion, base: MergeBase | null): Merged {
    return this.alone([a, b, base])
  }

  /**
   * Calls that share one interpreter share nothing that they can change (see guest.ts) but its steps and its memory.
   * So what they say counts only if all of them together stayed within what one may take; otherwise each is asked anew.
   */
  mergeAll(calls: readonly MergeCall[]): Merged[] {
    const results: Merged[] = []
    for (let from = 0; from < calls.length; ) {
      const handed = new Handed(this.machine.numbers)
      let to = from
      while (to < calls.length && (to === from || handed.hasRoom)) handed.add(calls[to++]!)
      const ran = this.run(handed)
      const lines = 'text' in ran && ran.steps < LIGHT ? ran.text.split('\n') : []
      for (let i = from; i < to; i++) {
        const text = lines[i - from]
        results.push(text !== undefined && isPlain(text) ? resultOf(text) : this.alone(calls[i]!))
      }
      from = to
    }
    return results
  }

  dispose(): void {
    this.picture = null
  }

  private alone(call: MergeCall): Merged {
    const handed = new Handed(this.machine.numbers)
    handed.add(call)
    const ran = this.run(handed)
    if ('text' in ran && isPlain(ran.text)) return resultOf(ran.text)
    return { ok: false, ...faultOf(ran, this.source) }
  }

  private run(handed: Handed): Ran {
    if (this.picture === null) throw new Error('The sandbox is closed.')
    this.machine.restore(this.picture)
    const ran = this.machine.run(handed.json)
    this.steps += 'steps' in ran ? ran.steps : STEPS.soft
    return ran
  }
}

/** A batch that has taken more steps is not believed: what the guest itself takes is none of a call's. */
const LIGHT = STEPS.soft - 100_000

/** Canonical JSON, and not what the guest says instead. */
const isPlain = (text: string): boolean => {
  const first = text.charCodeAt(0)
  return first !== 0x21 && first !== 0x3f
}

function resultOf(text: string): Merged {
  if (text === 'null') return { ok: true, value: '' }
  if (text.length * 3 > LONGEST) {
    const { length } = new TextEncoder().encode(text)
    if (length > LONGEST)
      return {
        ok: false,
        kind: 'too-long',
        line: null,
        column: null,
        message: `The result is ${length.toLocaleString('en')} bytes long as JSON, and a row holds at most ${LONGEST.toLocaleString('en')}.`,
      }
  }
  return { ok: true, value: text }
}
