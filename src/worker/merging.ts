/**
 * A reader's merge function, called by the engine: the sandbox takes versions as a reader thinks of them, with the name
 * of the node, where the engine counts places. A function that cannot be used, or that fails, is thrown as one sentence;
 * the engine tells it as what became of the conflict.
 */
import type { Merging } from '../playback/index.ts'
import { fetchSandboxes, type MergeVersion, type OpenSandbox, type Sandbox, type SourceError } from './sandbox/index.ts'

/** A reader who writes leaves a function behind with every change: so many are kept open. */
const KEPT = 8

/** Fetches the interpreter. Rejects with one sentence. */
export const fetchMerging = async (): Promise<Merging> => mergingWith(await fetchSandboxes())

export function mergingWith(open: OpenSandbox): Merging {
  const opened = new Map<string, Sandbox | SourceError>()
  const sandboxOf = (source: string): Sandbox => {
    const known = opened.get(source) ?? open(source)
    opened.delete(source)
    opened.set(source, known)
    for (const [other, old] of opened) {
      if (opened.size <= KEPT) break
      opened.delete(other)
      if ('merge' in old) old.dispose()
    }
    if ('merge' in known) return known
    throw new Error(`Line ${known.line}, column ${known.column}: ${known.message}`)
  }
  return ({ scenario: { nodes } }) => {
    const seen = ({ value, wallUs, hybrid, context, origin }: Told): MergeVersion => ({
      value,
      wall: wallUs,
      hybrid,
      vector: nodes.map((_, place) => context[place] ?? 0),
      node: nodes[origin]!.id,
    })
    return (source) => (a, b, base) => {
      const merged = sandboxOf(source).merge(seen(a), seen(b), base === null ? null : { value: base.value })
      if (merged.ok) return merged.value
      const { line, column, message } = merged
      throw new Error(line === null ? message : `Line ${line}, column ${column}: ${message}`)
    }
  }
}

/** A version as the engine hands it to a function. */
type Told = Parameters<ReturnType<ReturnType<Merging>>>[0]
