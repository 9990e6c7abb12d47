/**
 * What a frame must not say: counters that do not add up, names of what is not there, rings, positions and times that
 * contradict each other. Each as one sentence; all of it holds in every frame of every run.
 */
import type { Frame, NodeFrame } from '../../engine/index.ts'

export function contradictions(frame: Frame): string[] {
  return [...ofCounters(frame), ...ofNames(frame), ...ofNodes(frame), ...ofMessages(frame)]
}

function ofCounters({ counters, lost }: Frame): string[] {
  const { issued, ok, error, unknown, pending, surviving, atRisk, lost: count, overwritten, discarded } = counters
  const wrong: string[] = []
  if (issued !== ok + error + unknown + pending)
    wrong.push(`${issued} writes were issued, but their outcomes are ${ok} + ${error} + ${unknown} + ${pending}.`)
  if (ok !== surviving + atRisk + count + overwritten + discarded)
    wrong.push(
      `${ok} writes are OK, but their fates are ${surviving} + ${atRisk} + ${count} + ${overwritten} + ${discarded}.`,
    )
  for (const [name, value] of Object.entries(counters))
    if (typeof value === 'number' && !(value >= 0)) wrong.push(`The counter ${name} is ${value}.`)
  if (lost.length > count) wrong.push(`${lost.length} writes are named as lost, but ${count} are.`)
  return wrong
}

function ofNames({ nodes, links, messages, monitors, clients, multiMaster }: Frame): string[] {
  const wrong: string[] = []
  const names = new Set([
    ...nodes.map(({ id }) => id),
    ...clients.map(({ id }) => id),
    'monitor',
    ...monitors.map(({ id }) => id),
    ...(multiMaster?.sites ?? []).flatMap(({ node, region }) =>
      (region?.replicas ?? []).map(({ zone }) => `${node}/${zone}`),
    ),
  ])
  for (const { id, a, b, from, to } of links)
    if (!names.has(a) || !names.has(b) || new Set([a, b, from, to]).size !== 2)
      wrong.push(`The link ${id} leads nowhere.`)
  for (const { id, from, to } of messages)
    if (!names.has(from) || !names.has(to)) wrong.push(`Message ${id} goes from ${from} to ${to}.`)
  for (const { node } of monitors.flatMap(({ probes }) => probes))
    if (!names.has(node)) wrong.push(`${node} is probed and not there.`)
  for (const { id, upstream, placedUnder } of nodes) {
    for (const above of [upstream, placedUnder])
      if (above !== null && !names.has(above)) wrong.push(`${id} is under ${above}, which is not there.`)
    for (const way of ['upstream', 'placedUnder'] as const)
      if (isRing(nodes, id, way)) wrong.push(`${id} is in a ring (${way}).`)
  }
  return wrong
}

function isRing(nodes: readonly NodeFrame[], id: string, way: 'upstream' | 'placedUnder'): boolean {
  const above = (at: string) => nodes.find((node) => node.id === at)?.[way] ?? null
  const seen = new Set<string>()
  for (let at: string | null = id; at !== null; at = above(at)) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}

function ofNodes({ nodes, time, epoch, multiMaster }: Frame): string[] {
  const wrong: string[] = []
  const must = (holds: boolean, what: string): void => {
    if (!holds) wrong.push(what)
  }
  for (const node of nodes) {
    const { id, cells, received, applied, lag, purgedTo, copy, rewind, errant, extraFrom } = node
    must(applied <= received, `${id} has applied ${applied} of ${received}.`)
    must(node.epoch <= epoch, `${id} is in epoch ${node.epoch}, the newest is ${epoch}.`)
    cells.forEach(({ position }, at) => {
      must(position === received - cells.length + 1 + at, `Cell ${at + 1} of ${id} is at position ${position}.`)
    })
    for (const { position, loggedAt, receivedAt, appliedAt, fate, fateAt, okAt } of cells) {
      const cell = `Position ${position} of ${id}`
      must((appliedAt !== null) === position <= applied, `${cell} is applied or not, and ${applied} are.`)
      must(loggedAt <= receivedAt && receivedAt <= (appliedAt ?? time), `${cell} runs back in time.`)
      must(fateAt <= time && (fate !== 'lost' || okAt !== null), `${cell} has an odd fate.`)
    }
    for (const since of [node.processSince, node.roleSince, node.receiver.since, node.applier.since])
      must(since >= 0 && since <= time, `${id} is what it is since ${since}, and it is ${time}.`)
    if (lag) must(lag.entriesBehind === lag.entriesToApply + lag.entriesToReceive, `The lag of ${id} does not add up.`)
    // A log keeps what its node has not made part of its data, and a node that is built has nothing yet.
    must(purgedTo <= applied, `${id} has purged ${purgedTo} and applied ${applied}.`)
    if (copy !== null) must(received === 0 && node.receiver.state === 'copying', `${id} is copied and has entries.`)
    must((node.role === 'rewinding') === (rewind !== null), `${id} is ${node.role} and rewinds or not.`)
    if (rewind !== null) must(rewind.to === received && rewind.endsAt >= time, `${id} rewinds what it does not have.`)
    must(
      extraFrom === null || extraFrom <= received,
      `${id} has extra entries from ${extraFrom}, and ${received} in all.`,
    )
    const extra = cells.filter(({ fate }) => fate !== 'kept').length
    // Among several masters a cell may be discarded, and there is no history that it could be errant against.
    if (received === cells.length && multiMaster === null)
      must(extra === (errant?.count ?? 0), `${id} has ${extra} entries that nobody keeps, and says ${errant?.set}.`)
    if (node.role === 'master') must(node.upstream === null, `${id} is master and copies from ${node.upstream}.`)
  }
  return wrong
}

function ofMessages({ messages }: Frame): string[] {
  const wrong: string[] = []
  for (const { id, path } of messages)
    for (let at = 1; at < path.length; at++)
      if (path[at]![0] < path[at - 1]![0] || path[at]![1] < path[at - 1]![1]) wrong.push(`Message ${id} goes back.`)
  return wrong
}
