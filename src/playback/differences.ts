/**
 * How two branches differ at one instant, for a sentence and for marks on the stage: most important first, so that
 * whoever has room for three of them shows what matters. Compared is what a person would call different; a client
 * that waits as usual is no news, one that waits for a second is.
 */
import type { ClientFrame, Counters, Frame, LinkFrame, NodeFrame } from '../engine/index.ts'
import type { Difference } from './transport.ts'

const COUNTERS = [
  'lost',
  'atRisk',
  'phantomReads',
  'ownWriteMissing',
  'readsWentBack',
  'staleReads',
  'ok',
  'unknown',
  'error',
] as const satisfies readonly (keyof Counters)[]
const NODE = ['process', 'role', 'received', 'applied'] as const satisfies readonly (keyof NodeFrame)[]

/** A wait that people notice, in microseconds. */
const NOTICED = 1_000_000

/** `here` and `there`: the same instant of two runs. Nodes and links that only one of them has are `absent` in the other. */
export function differences(here: Frame, there: Frame): Difference[] {
  const found: Difference[] = []
  const compare = (what: string, at: string, one: number | string, other: number | string) => {
    if (one !== other) found.push({ what, at, here: one, there: other })
  }
  for (const name of COUNTERS) compare(name, '', here.counters[name], there.counters[name])
  // Beside several masters it is no news that there is one.
  const alike = (here.multiMaster === null) === (there.multiMaster === null)
  if (alike) compare('master', '', masterOf(here), masterOf(there))
  if (alike) compare('epoch', '', here.epoch, there.epoch)
  pairs(here.nodes, there.nodes, (id, one, other) => {
    if (one === undefined || other === undefined)
      compare('process', id, one?.process ?? ABSENT, other?.process ?? ABSENT)
    else for (const what of alike ? NODE : (['process'] as const)) compare(what, id, one[what], other[what])
  })
  pairs<LinkFrame>(here.links, there.links, (id, one, other) => {
    if (one !== undefined && other !== undefined) compare('link', id, one.state, other.state)
  })
  if (alike) compare('gate', '', here.mode.gate, there.mode.gate)
  pairs<ClientFrame>(here.clients, there.clients, (id, one, other) => {
    if (one !== undefined && other !== undefined) compare('client', id, stateOf(one, here), stateOf(other, there))
  })
  return found
}

const ABSENT = 'absent'

/** Whom clients should write to: the master of the newest epoch that is up; '' = nobody. */
function masterOf({ nodes }: Frame): string {
  let master: NodeFrame | null = null
  for (const node of nodes)
    if (node.role === 'master' && node.process === 'up' && node.epoch > (master?.epoch ?? -1)) master = node
  return master?.id ?? ''
}

/** `failing`: nothing has been answered OK since a write came to nothing. `waiting`: for a second at least. */
function stateOf({ state, failingSince, waitingSince }: ClientFrame, { time }: Frame): string {
  if (state === 'stopped') return 'stopped'
  if (failingSince !== null && time - failingSince >= NOTICED) return 'failing'
  return waitingSince !== null && time - waitingSince >= NOTICED ? 'waiting' : 'answered'
}

/** Both lists in the order of the first one, then what only the second one has. */
function pairs<T extends { id: string }>(
  here: readonly T[],
  there: readonly T[],
  visit: (id: string, one: T | undefined, other: T | undefined) => void,
): void {
  here.forEach((one, i) => {
    // The same place in most frames: two branches of one scenario.
    visit(one.id, one, there[i]?.id === one.id ? there[i] : there.find(({ id }) => id === one.id))
  })
  for (const [i, other] of there.entries())
    if (here[i]?.id !== other.id && !here.some(({ id }) => id === other.id)) visit(other.id, undefined, other)
}
