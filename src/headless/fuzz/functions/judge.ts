/**
 * What must hold of any function, however hostile: it is refused or opened, and each call of it gives canonical JSON or
 * one sentence; the same for the same versions, whatever was called before, in the same sandbox, in another one, in a
 * batch and in another interpreter; and nobody else notices. That it ends at all shows in being here.
 */
import { canonicalJson } from '../../../run/index.ts'
import type { MergeCall, Merged, MergeVersion, OpenSandbox } from '../../../worker/index.ts'

/** Something that only the host has. */
const SECRET = 'the host keeps this to itself'
const LONGEST = 4096

export interface Judging {
  open: OpenSandbox
  /** In another interpreter; null to leave that out. */
  elsewhere: OpenSandbox | null
}

/** One sentence about what is wrong, or null. */
export function judge(source: string, { open, elsewhere }: Judging): { name: string; text: string } | null {
  const host = globalThis as { labSecret?: string }
  host.labSecret = SECRET
  const before = hostNames()
  try {
    const wrong = judged(source, open, elsewhere)
    if (wrong !== null) return wrong
    return hostNames() === before ? null : { name: 'escape', text: 'The globals of the host have changed.' }
  } catch (error) {
    return { name: 'crash', text: error instanceof Error ? error.message : String(error) }
  } finally {
    delete host.labSecret
  }
}

function judged(
  source: string,
  open: OpenSandbox,
  elsewhere: OpenSandbox | null,
): { name: string; text: string } | null {
  const control = open('(a, b) => [a.value, b.wall]')
  const first = open(source)
  const second = open(source)
  if (!('merge' in control)) return { name: 'control', text: control.message }
  if (!('merge' in first)) {
    if (JSON.stringify(first) !== JSON.stringify(second))
      return { name: 'repeat', text: `Refused with "${first.message}", and then not so.` }
    return placed(first, source) && plain(first.message)
      ? null
      : { name: 'sentence', text: `Refused at ${first.line}:${first.column} with ${JSON.stringify(first.message)}.` }
  }
  if (!('merge' in second)) return { name: 'repeat', text: 'Opened, and then refused.' }
  const calm = text(control.merge(...CALLS[0]))
  const results = CALLS.map((call) => first.merge(...call))
  for (const result of results) {
    const wrong = wrongWith(result, source)
    if (wrong !== null) return wrong
  }
  const expected = results.map(text)
  const differs = (way: string, got: readonly Merged[], calls: readonly number[]) => {
    const at = calls.findIndex((call, i) => text(got[i]!) !== expected[call])
    if (at < 0 && got.length === calls.length) return null
    return {
      name: 'repeat',
      text: `${expected[calls[at]!]} at first, ${got[at] === undefined ? 'nothing' : text(got[at])} ${way}.`,
    }
  }
  const batch = [0, 1, 1, 0, 0]
  return (
    differs('when called again', [first.merge(...CALLS[0])], [0]) ??
    differs('in a second sandbox', [second.merge(...CALLS[1]), second.merge(...CALLS[0])], [1, 0]) ??
    differs('in a batch', second.mergeAll(batch.map((call) => CALLS[call]!)), batch) ??
    (elsewhere === null ? null : differs('in another interpreter', another(elsewhere, source), [0])) ??
    (text(control.merge(...CALLS[0])) === calm
      ? null
      : { name: 'control', text: 'Another function gives another result.' })
  )
}

function another(open: OpenSandbox, source: string): Merged[] {
  const sandbox = open(source)
  return 'merge' in sandbox ? [sandbox.merge(...CALLS[0])] : []
}

function wrongWith(result: Merged, source: string): { name: string; text: string } | null {
  if (text(result).includes(SECRET)) return { name: 'escape', text: `The host's secret came back: ${text(result)}` }
  if (!result.ok) {
    const { line, column, message } = result
    const here = line === null || column === null ? line === column : placed({ line, column }, source)
    return here && plain(message) ? null : { name: 'sentence', text: text(result) }
  }
  if (result.value === '') return null
  if (Buffer.byteLength(result.value) > LONGEST)
    return { name: 'too-long', text: `${Buffer.byteLength(result.value)} bytes.` }
  return canonicalJson(JSON.parse(result.value)) === result.value
    ? null
    : { name: 'canonical', text: `Not canonical: ${result.value}` }
}

const text = (result: Merged): string => JSON.stringify(result)

const placed = ({ line, column }: { line: number; column: number }, source: string): boolean =>
  line >= 1 && line <= source.split('\n').length && column >= 1

/** A sentence: it begins with a capital, it ends, and it is all on one line. */
const plain = (message: string): boolean => /^[A-Z][^\n]*[.)}]$/.test(message) && message.length < 1000

const hostNames = (): string =>
  [globalThis, Object.prototype, Array.prototype, Function.prototype, String.prototype, Promise.prototype]
    .map((one) => Reflect.ownKeys(one).map(String).join())
    .join(' ')

const version = (value: string, wall: number, node: string): MergeVersion => ({
  value,
  wall,
  hybrid: { us: wall, count: 1 },
  vector: [1, 2, 0],
  node,
})
const CALLS: readonly [MergeCall, MergeCall] = [
  [version('[1,2]', 1000, 'db1'), version('[2,3]', 2000, 'db2'), { value: '[2]' }],
  [version('7', 5000, 'db2'), version('', 5000, 'db3'), null],
]
