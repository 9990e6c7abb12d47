import { type MergeCall, type MergeVersion, type Sandbox, sandboxes } from '../../worker/index.ts'
import { quickJs } from '../fuzz/functions/quickJs.ts'
import { type Figure, figure } from './figure.ts'

/**
 * Calls of a reader's merge function a second, in processor time in Node: versions of three nodes as they are handed
 * in and canonical JSON as it comes back, one by one as conflicts come up in a run, and in batches as the laws are
 * tried. Rows are numbers, as clients write them unless told otherwise, or lists of three.
 */
const FUNCTION = '(a, b) => a.hybrid.us > b.hybrid.us ? a.value : b.value'
const RUNS = 5
const CALLS = 20_000

export const FUNCTION_FIGURES = ['', '.batch', '.lists', '.lists.batch'].map(
  (kind) => `resolve.custom.callsPerSecond${kind}`,
)

export async function functionCalls(): Promise<Figure[]> {
  const sandbox = (await sandboxes(quickJs()))(FUNCTION)
  if (!('merge' in sandbox)) throw new Error(sandbox.message)
  const numbers = callsWith((i) => String(i % 100))
  const lists = callsWith((i) => `[${i % 10},${i % 7},${i % 5}]`)
  const unit = 'calls/s CPU (Node)'
  const [one, batch, oneList, batchOfLists] = FUNCTION_FIGURES as [string, string, string, string]
  return [
    figure(one, unit, rates(numbers, oneByOne(sandbox))),
    figure(
      batch,
      unit,
      rates(numbers, (calls) => sandbox.mergeAll(calls)),
    ),
    figure(oneList, unit, rates(lists, oneByOne(sandbox))),
    figure(
      batchOfLists,
      unit,
      rates(lists, (calls) => sandbox.mergeAll(calls)),
    ),
  ]
}

const oneByOne = (sandbox: Sandbox) => (calls: readonly MergeCall[]) => calls.map((call) => sandbox.merge(...call))

function rates(calls: readonly MergeCall[], all: (calls: readonly MergeCall[]) => { ok: boolean }[]): number[] {
  // Before the first, so that the machine's compiler has done its work.
  all(calls)
  return Array.from({ length: RUNS }, () => {
    const from = process.cpuUsage()
    const results = all(calls)
    const { user, system } = process.cpuUsage(from)
    if (!results.every(({ ok }) => ok)) throw new Error('the function failed')
    return (calls.length * 1_000_000) / (user + system)
  })
}

function callsWith(value: (i: number) => string): MergeCall[] {
  const version = (i: number, node: string): MergeVersion => {
    const wall = 1_000_000 + 37 * i
    return { value: value(i), wall, hybrid: { us: wall, count: i % 2 }, vector: [i, i + 1, i % 3], node }
  }
  return Array.from({ length: CALLS }, (_, i) => [version(i, 'db1'), version(CALLS - i, 'db2'), null])
}
