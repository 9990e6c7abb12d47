/** Which facts leave a mark on which lane. A kind that is not listed here has its place in the log only. */
import type { Fact, FactKind } from '../engine/index.ts'
import { hasManyMasters, monitorsOf, type Scenario } from '../run/index.ts'
import type { Lane } from './transport.ts'

type Mark = Lane['marks'][number]

/** Marks on the lane of whoever the fact is `at`. */
const OWN: Partial<Record<FactKind, Mark['is']>> = {
  'ack-arrived': 'ack',
  'gate-timed-out': 'timeout',
  killed: 'death',
  'node-restarted': 'restart',
  'entries-applied': 'applied',
  fenced: 'fenced',
  'lease-lost': 'timeout',
  'made-read-only': 'blocked',
  'made-writable': 'healed',
  'relay-log-skipped': 'lost',
  'failover-blocked': 'blocked',
  'fence-done': 'fenced',
  'receiver-refused': 'blocked',
  'applier-stopped': 'setting',
  'receiver-started': 'healed',
  'applier-started': 'healed',
  'rows-locked': 'setting',
  'rows-unlocked': 'healed',
  'probe-answered': 'probe',
  'probe-missed': 'probe-missed',
  'gate-blocked': 'blocked',
  'gate-unblocked': 'healed',
  'log-purged': 'setting',
  'left-behind': 'blocked',
  'copy-failed': 'blocked',
  'copy-done': 'joined',
  'rebuild-asked': 'left',
  rewound: 'setting',
  'rewind-failed': 'blocked',
  rejoined: 'joined',
  'slave-added': 'joined',
  'slave-removed': 'left',
  'repoint-asked': 'setting',
  'conflict-found': 'conflict',
  'applier-failed': 'blocked',
  'entry-skipped': 'setting',
  'repair-done': 'healed',
  'master-removed': 'left',
}

/** Marks on both ends of a link: a fault is one of the network, and nothing else wears its sign. */
const LINK: Partial<Record<FactKind, Mark['is']>> = {
  'link-cut': 'fault',
  'link-stalled': 'fault',
  'link-healed': 'healed',
}

/** Lane id -> marks, ascending in time. `nodes` have lanes; `facts` are those shown; `known` may begin earlier. */
export function laneMarks(
  scenario: Scenario,
  nodes: readonly string[],
  facts: readonly Fact[],
  known: readonly Fact[],
): Map<string, Mark[]> {
  const lanes = new Map<string, Mark[]>()
  const put = (lane: string, is: Mark['is'], fact: Fact, count = 1, t = fact.t, origin?: string) => {
    const marks = lanes.get(lane)
    const mark: Mark = { t, is, count, fact: fact.id, ...(origin !== undefined && { origin: nodes.indexOf(origin) }) }
    if (marks) marks.push(mark)
    else lanes.set(lane, [mark])
  }
  const watchers = new Set(monitorsOf(scenario))
  // Several monitors share a lane.
  const ownLane = (id: string) => (watchers.has(id) ? 'monitor' : id)
  const laneOf = (id: string) => (nodes.includes(id) ? id : watchers.has(id) ? 'monitor' : 'clients')
  const many = hasManyMasters(scenario)
  for (const fact of facts) {
    const writer = many ? writerOf(fact) : undefined
    if (writer !== undefined) {
      put(fact.at, 'entry', fact, 1, fact.t, writer)
      continue
    }
    const own = OWN[fact.kind]
    const link = LINK[fact.kind]
    if (own !== undefined) put(ownLane(fact.at), own, fact)
    else if (link !== undefined) for (const lane of new Set(fact.at.split('~').map(laneOf))) put(lane, link, fact)
    else if (fact.kind === 'write-ok') put('clients', 'write', fact)
    else if (fact.kind === 'phantom-read') put('clients', 'phantom', fact)
    else if (fact.kind === 'receiver-stopped' && fact.args.reason === 'asked') put(fact.at, 'setting', fact)
    else if (fact.kind === 'chosen' && fact.args.peer !== undefined) put(fact.args.peer, 'chosen', fact)
    else if (fact.kind === 'setting-changed') put(settingLane(fact, scenario, nodes), 'setting', fact)
    else if (fact.kind === 'writes-lost') {
      const [count, t] = [fact.args.count ?? fact.args.list?.length ?? 1, promisedAt(fact, known)]
      if (t === null || t >= facts[0]!.t) put('clients', 'lost', fact, count, t ?? fact.t)
    }
  }
  for (const [lane, marks] of lanes) lanes.set(lane, merged(marks.sort((a, b) => a.t - b.t || a.fact - b.fact)))
  return lanes
}

/** Several masters: whose entry has just become part of this one's data; undefined = none has. */
const writerOf = ({ kind, at, args }: Fact): string | undefined =>
  kind === 'entries-committed' ? at : kind === 'entries-applied' ? args.entry?.split(':')[0] : undefined

/** What happens several times in one instant is one mark: the first one's. */
function merged(marks: readonly Mark[]): Mark[] {
  const all: Mark[] = []
  /** Those of the latest instant. */
  let begin = 0
  for (const mark of marks) {
    if (mark.t !== all[begin]?.t) begin = all.length
    const same = all.slice(begin).find(({ is, origin }) => is === mark.is && origin === mark.origin)
    if (same === undefined) all.push(mark)
    else same.count += mark.count
  }
  return all
}

/** Lost writes stand where the last of them was promised; null when that is no longer known. */
function promisedAt(lost: Fact, known: readonly Fact[]): number | null {
  const writes = new Set(lost.args.list)
  let last: number | null = null
  for (const fact of known) if (fact.kind === 'write-ok' && writes.has(fact.args.write ?? -1)) last = fact.t
  return last
}

/** A setting of a node or client stands on its lane, others with whoever lives by them. */
function settingLane({ at, args }: Fact, scenario: Scenario, lanes: readonly string[]): string {
  const { nodes, clients, failover } = scenario
  if (lanes.includes(at)) return at
  if (clients.some(({ id }) => id === at)) return 'clients'
  if (args.path?.startsWith('failover') && failover.monitor) return 'monitor'
  return nodes.find(({ role }) => role === 'master')!.id
}
