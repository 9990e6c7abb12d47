import type { Frame, LinkFrame, NodeFrame, RegionFrame } from '../engine/index.ts'
import { count, list, moment, span, whole } from './numbers.ts'
import { isWitness, masterWords, siteOf } from './sites.ts'

/** What is said about regions: their replicas, what comes late from elsewhere, and what one refuses when it is alone. */

type Replica = RegionFrame['replicas'][number]
type Latency = RegionFrame['latency'][number]

/** The region that a node is; undefined: it is a single server, or nobody of that name is there. */
export const regionOf = (frame: Pick<Frame, 'multiMaster'>, node: string): RegionFrame | undefined =>
  siteOf(frame, node)?.region ?? undefined

const KIND = { mrec: 'eventual', mrsc: 'strong' } as const

export const regionWords = {
  /** In the header of a card. */
  tag: (kind: RegionFrame['kind']): string => kind.toUpperCase(),
  /** "MREC (eventual)". */
  kind: (kind: RegionFrame['kind']): string => `${kind.toUpperCase()} (${KIND[kind]})`,
  witness: masterWords.witness,
  /** On the card of a witness, in place of its log and its rows. */
  changeData: 'change data, no table',
  latency: 'latency',
  // the panel of a region
  replicas: 'Replicas',
  columns: ['zone', 'role', 'flushed', 'applied', ''],
  replicationLatency: 'Replication latency',
  latencyColumns: ['from', 'last item', 'pending', 'oldest'],
  noneYet: 'none yet',
  latencyHint:
    'From the commit there to the commit here. The metric of AWS says only how late the last item was; pending and oldest show what is still to come.',
  promises: 'Promised rows',
  noPromises: 'No row is promised to another region.',
  clock: 'Clock',
  about: (id: string): string => `replicas of ${id}`,
  stop: 'Stop',
  start: 'Start',
  // the rail
  section: 'Regions',
  kindIs: 'kind',
  conflicts: 'conflicts',
  ruleFixed: 'Fixed with the kind of the table. What it throws away, no log of the table keeps.',
  refused: 'refused',
  later: 'later one stays',
  /** The kind cannot be changed, and what it means. */
  fixed: {
    mrec: 'Fixed when the table is made. A region says OK once two of its three replicas have a write; other regions get it afterwards, and the later one stays.',
    mrsc: 'Fixed when the table is made. A region says OK once two of its three replicas and a second region have a write. Of two writes to one row at once, one is refused.',
  },
  /** In which state a replica is. */
  state: { leader: 'leader', follower: 'follower', down: 'down' },
} as const

const aliveIn = ({ replicas }: Pick<RegionFrame, 'replicas'>): number =>
  replicas.filter(({ state }) => state !== 'down').length

/** How many have flushed the newest change. */
export function flushedBy({ replicas }: Pick<RegionFrame, 'replicas'>): { has: number; of: number; newest: number } {
  const newest = Math.max(...replicas.map(({ persisted }) => persisted))
  return { has: replicas.filter(({ persisted }) => persisted === newest).length, of: replicas.length, newest }
}

/** Can nothing get in or out of where this region stands? */
const cutSince = ({ dataCenters }: Pick<Frame, 'dataCenters'>, node: string): number | null => {
  const home = dataCenters.find(({ nodes }) => nodes.includes(node))
  return home?.cut ? home.since : null
}

export interface Band {
  tone: 'warn' | 'crit'
  words: string
}

/** What is out of the ordinary, for the band across a card; null = nothing. */
export function bandOf(
  region: RegionFrame,
  { id, process }: Pick<NodeFrame, 'id' | 'process'>,
  frame: Frame,
  time: number,
): Band | null {
  if (process !== 'up') return null
  const alive = aliveIn(region)
  if (alive === 0) return { tone: 'crit', words: 'no replica left' }
  if (alive < 2) return { tone: 'crit', words: 'one replica left: no writes' }
  if (region.electingSince >= 0)
    return { tone: 'warn', words: `no leader for ${span(Math.max(0, time - region.electingSince))}` }
  if (region.isolated) return { tone: 'crit', words: region.witness ? 'isolated, no vote' : 'isolated, no writes' }
  if (cutSince(frame, id) !== null && region.kind === 'mrec') return { tone: 'warn', words: 'isolated, goes on' }
  return null
}

/** The line under its rows when nothing is wrong with it and something waits; '' = nothing does. `short`: in little room. */
export function regionNote({ waitingForRegion }: RegionFrame, short = false): string {
  if (waitingForRegion === 0) return ''
  const wait = `${count(waitingForRegion, 'write')} ${waitingForRegion === 1 ? 'waits' : 'wait'}`
  return short ? wait : `${wait} for a region`
}

/** From whom items come here. A witness writes none, and has no items of its own that could be late. */
export const latencyOf = ({ witness, latency }: Pick<RegionFrame, 'witness' | 'latency'>): Latency[] =>
  witness ? [] : latency.filter(({ from }) => !isWitness(from))

/** Warns above this: AWS says "usually within a second", and promises nothing. */
const LATE_US = 1_000_000

/** How late one region's items are: while some are pending, the age of the oldest, if that is more. */
export function lateness({ us, pending, oldestUs }: Latency): { us: number; late: boolean; known: boolean } {
  const now = pending > 0 ? Math.max(us, oldestUs) : us
  return { us: Math.max(0, now), late: pending > 0 && now > LATE_US, known: now >= 0 }
}

/** Beside the gauge: "46 ms", "0.3 s, 2 pending". */
export function latenessWords(latency: Latency, long: boolean): string {
  const { us, known } = lateness(latency)
  if (!known) return regionWords.noneYet
  return long && latency.pending > 0 ? `${span(us)}, ${whole(latency.pending)} pending` : span(us)
}

/** Of several sources, the one whose items are the latest. */
export const latest = (all: readonly Latency[]): Latency | undefined =>
  [...all].sort((a, b) => b.pending - a.pending || lateness(b).us - lateness(a).us)[0]

/** A row of the panel: what its gauge says, in columns. */
export const latencyRow = (one: Latency): [string, string, string, string] => [
  one.from,
  one.us < 0 ? regionWords.noneYet : span(one.us),
  whole(one.pending),
  one.pending > 0 ? span(one.oldestUs) : '',
]

export const replicaRow = ({ zone, state, persisted, applied }: Replica): [string, string, string, string] => [
  zone,
  regionWords.state[state],
  whole(persisted),
  whole(applied),
]

/** A region as a sentence about its replicas, for the panel: who leads, and what that allows. */
export function regionSentence(region: RegionFrame, time: number): string {
  const leader = region.replicas.find(({ state }) => state === 'leader')
  const alive = aliveIn(region)
  if (region.isolated)
    return region.witness
      ? 'It reaches no other region, so nobody has its vote.'
      : 'It reaches no other region: strong reads and writes are refused, eventual reads go on.'
  if (alive < 2)
    return `${alive === 0 ? 'No replica is' : 'One replica is'} up: two of three are needed for ${region.witness ? 'a vote' : 'a write or a strong read'}.`
  if (!leader)
    return `Nobody has led for ${span(Math.max(0, time - region.electingSince))}: the lease of the last leader has to run out first.`
  if (region.witness)
    return `The replica in zone ${leader.zone} leads. It promises rows as any region does and keeps the changes, but no table: nobody reads or writes here.`
  return `The replica in zone ${leader.zone} leads. A write is OK ${region.kind === 'mrec' ? 'when two of three have flushed it' : 'when two of three have flushed it and a second region has promised its row'}.`
}

/** On a link between regions, each way: "eu to us", "46 ms, 2 pending". */
export const linkLatencies = ({ a, b }: LinkFrame, frame: Frame): [string, string][] =>
  [
    [a, b],
    [b, a],
  ].flatMap(([from, to]) => {
    const region = regionOf(frame, to!)
    const all = region === undefined ? [] : latencyOf(region)
    return all.flatMap((one): [string, string][] =>
      one.from === from ? [[`${from} to ${to}`, latenessWords(one, true)]] : [],
    )
  })

/** What a card shows of its region, part by part. */
export function regionTwin(node: NodeFrame, frame: Frame): string[] {
  const region = regionOf(frame, node.id)
  if (!region) return []
  const { kind, witness, replicas, promised, waitingForZone } = region
  const band = bandOf(region, node, frame, frame.time)
  const note = regionNote(region)
  return [
    regionWords.kind(kind),
    ...(witness ? [regionWords.changeData] : []),
    ...(band ? [band.words] : []),
    ...replicas.map(replicaTwin),
    ...(waitingForZone > 0 ? [`${count(waitingForZone, 'write')} on one replica only`] : []),
    ...(note === '' || band ? [] : [note]),
    ...latencyOf(region).map(
      (one) =>
        `${one.us < 0 ? `no item from ${one.from} yet` : `latency from ${one.from} ${span(one.us)}`}${one.pending > 0 ? `, ${whole(one.pending)} pending, the oldest for ${span(one.oldestUs)}` : ''}`,
    ),
    ...(promised.length > 0 ? [list(promised.map(promiseTwin))] : []),
  ]
}

const replicaTwin = ({ zone, state, persisted, applied }: Replica): string =>
  `replica ${zone} ${regionWords.state[state]}, flushed ${whole(persisted)}${applied === persisted ? '' : `, applied ${whole(applied)}`}`

/** "cart promised to eu since 0.412 s". */
export const promiseTwin = ({ key, to, since }: RegionFrame['promised'][number]): string =>
  `${key} promised to ${to} since ${moment(since)}`
