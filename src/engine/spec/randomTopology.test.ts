/** SPEC D1, D2, T9: whatever joins, leaves, is repointed, killed, cut or starved, the engine keeps its own rules. */
import { expect, test } from 'vitest'
import type { Action, Run } from '../../run/index.ts'
import { Fold } from '../fold.ts'
import type { Frame } from '../frame/index.ts'
import { randomTopology } from '../observe/randomTopology.ts'

const UNTIL = 4_000_000

/** Everything in a frame that contradicts who is there. */
function misfits({ nodes, links, messages, monitor, clients, time }: Frame): string[] {
  const wrong: string[] = []
  const names = new Set([...nodes.map(({ id }) => id), ...clients.map(({ id }) => id), 'monitor'])
  for (const { id, a, b, from, to } of links)
    if (!names.has(a) || !names.has(b) || new Set([a, b, from, to]).size !== 2) wrong.push(`${time}: link ${id}`)
  for (const { id, from, to } of messages) if (!names.has(from) || !names.has(to)) wrong.push(`${time}: message ${id}`)
  for (const { node } of monitor?.probes ?? []) if (!names.has(node)) wrong.push(`${time}: probe of ${node}`)
  for (const { id, upstream, placedUnder } of nodes) {
    if (placedUnder !== null && !names.has(placedUnder)) wrong.push(`${time}: ${id} is placed under ${placedUnder}`)
    for (let above = upstream, steps = 0; above !== null; steps++) {
      if (above === id || steps > 9) {
        wrong.push(`${time}: ${id} is in a ring`)
        break
      }
      above = nodes.find((node) => node.id === above)?.upstream ?? null
    }
  }
  for (const { id } of nodes) {
    const seen = new Set<string>()
    for (let at: string | null = id; at !== null; at = nodes.find((node) => node.id === at)?.placedUnder ?? null) {
      if (seen.has(at)) {
        wrong.push(`${time}: ${id} is placed in a ring`)
        break
      }
      seen.add(at)
    }
  }
  return wrong
}

test('[D2] [T9] invariants hold and promises are kept whatever comes, goes, is repointed, starved or lost', () => {
  const seen = new Map<string, number>()
  for (let number = 1; number <= 90; number++) {
    const engine = new Fold(randomTopology(number))
    const wrong: string[] = []
    for (let t = 100_000; t <= UNTIL; t += 100_000) {
      engine.runTo(t)
      wrong.push(...misfits(engine.frame()))
    }
    const { checkers } = engine.frame()
    for (const { name, kind, promised, violation } of checkers)
      if (kind === 'invariant' || promised) expect([number, name, violation]).toEqual([number, name, null])
    expect([number, wrong.slice(0, 3)]).toEqual([number, []])
    for (const { kind } of engine.factsAfter(0)) seen.set(kind, (seen.get(kind) ?? 0) + 1)
  }
  // What is not seen was not tried.
  for (const kind of ['slave-added', 'slave-removed', 'repoint-asked', 'repointed', 'orphaned', 'resent', 'promoted'])
    expect([kind, (seen.get(kind) ?? 0) > 3]).toEqual([kind, true])
})

test('[D1] [D8] a run with comings and goings is the same from any checkpoint, in this engine and in a fresh one', () => {
  for (const number of [3, 8, 11, 17, 23, 31]) {
    const run = randomTopology(number)
    const played = new Fold(run)
    const marks = [played.checkpoint()]
    for (let t = 250_000; t <= UNTIL; t += 250_000) {
      played.runTo(t)
      marks.push(played.checkpoint())
    }
    const end = [played.digest(), played.frame()]
    for (const mark of [marks[12]!, marks[2]!, marks[0]!, marks[7]!]) {
      const fresh = new Fold(run)
      fresh.runTo(1_000_000)
      for (const engine of [played, fresh]) {
        engine.restore(mark)
        engine.runTo(UNTIL)
        expect([number, mark.time, engine.digest(), engine.frame()]).toEqual([number, mark.time, ...end])
      }
    }
  }
})

test('[T10] once everything is healed, whoever has not diverged ends up with the whole history, wherever it copies from', () => {
  let slaves = 0
  let tiers = 0
  for (let number = 1; number <= 40; number++) {
    const run = calmed(randomTopology(number))
    const engine = new Fold(run)
    engine.runTo(UNTIL + 15_000_000)
    const { nodes, epoch } = engine.frame()
    const master = nodes.find((node) => node.role === 'master' && node.epoch === epoch)
    if (!master) continue
    for (const node of nodes) {
      // Refused because it has entries of its own, or below one that was; or the monitor still waits for a choice.
      const above = nodes.find(({ id }) => id === node.upstream)
      if (node.role !== 'slave' || isLost(node) || above === undefined || isLost(above)) continue
      if (above.role !== 'master' && above.role !== 'slave') continue
      expect([number, node.id, node.receiver.state, node.received, node.applied]).toEqual([
        number,
        node.id,
        'streaming',
        master.received,
        master.received,
      ])
      slaves++
      if (above !== master) tiers++
    }
  }
  expect(slaves).toBeGreaterThan(40)
  expect(tiers).toBeGreaterThan(5)
})

const isLost = ({ extraFrom, receiver }: Frame['nodes'][number]): boolean =>
  extraFrom !== null || receiver.state === 'refused'

/** The run after which somebody heals every link, restarts every node and every thread, and nobody writes any more. */
function calmed(run: Run): Run {
  const engine = new Fold(run)
  engine.runTo(UNTIL)
  const { nodes, clients } = engine.frame()
  const ends = [...nodes, ...clients].map(({ id }) => id)
  const actions: Action[] = [
    // What clients have queued is written soon.
    { do: 'set', path: 'replication.mode', value: 'async' },
    { do: 'set', path: 'network.lossPercent', value: 0 },
    { do: 'set', path: 'network.kilobytesPerSecond', value: 0 },
    ...nodes.flatMap(({ id }) =>
      [...ends, 'monitor'].filter((end) => end !== id).map((end) => ({ do: 'heal', between: [id, end] }) as Action),
    ),
    ...nodes
      .flatMap(({ id }) => ends.filter((end) => end !== id).map((end) => `network.links.${[id, end].sort().join('~')}`))
      .flatMap(quiet),
    ...nodes.map(({ id }) => ({ do: 'restart', node: id }) as Action),
    ...nodes.map(({ id }) => ({ do: 'unlock-rows', node: id }) as Action),
    ...nodes.map(({ id }) => ({ do: 'set', path: `nodes.${id}.applyMs`, value: 1 }) as Action),
    ...clients.flatMap(({ id }): Action[] => [
      { do: 'set', path: `clients.${id}.thinkMs`, value: 3_600_000 },
      { do: 'set', path: `clients.${id}.ratePerSecond`, value: 0 },
    ]),
  ]
  const threads = (['start-receiver', 'start-applier'] as const).flatMap((what) =>
    nodes.map(({ id }): Action => ({ do: what, node: id })),
  )
  const later = (list: Action[], atMs: number) => list.map((action) => ({ atMs, ...action }))
  const interventions = [...run.interventions, ...later(actions, UNTIL / 1000), ...later(threads, UNTIL / 1000 + 2000)]
  return { ...run, interventions }
}

const quiet = (link: string): Action[] => [
  { do: 'set', path: `${link}.lossPercent`, value: 0 },
  { do: 'set', path: `${link}.kilobytesPerSecond`, value: 0 },
]
