import { expect, test } from 'vitest'
import { createEngine, type NodeFrame } from '../../engine/index.ts'
import { type Action, type Run, us } from '../../run/index.ts'
import { drawRun } from './draw/index.ts'

/** Milliseconds that everybody has after the end of the trouble. */
const CALM = 8_000

test('[T10] once everything is healed, whoever has not diverged ends up with the whole history, wherever it copies from', () => {
  let slaves = 0
  let tiers = 0
  for (let seed = 0; seed < 14; seed++) {
    const run = calmed(drawRun(seed, 'comings'))
    const engine = createEngine(run)
    engine.runTo(us(run.scenario.untilMs))
    const { nodes, epoch } = engine.frame()
    const master = nodes.find((node) => node.role === 'master' && node.epoch === epoch && node.process === 'up')
    if (!master) continue
    for (const node of nodes) {
      const above = nodes.find(({ id }) => id === node.upstream)
      if (!isSound(node) || node.role !== 'slave' || above === undefined || !isSound(above)) continue
      const { receiver, received, applied } = node
      const { received: end } = master
      expect([seed, node.id, receiver.state, received, applied]).toEqual([seed, node.id, 'streaming', end, end])
      slaves++
      if (above !== master) tiers++
    }
  }
  expect(slaves).toBeGreaterThan(15)
  expect(tiers).toBeGreaterThan(2)
})

/** Neither diverged, nor refused for what was purged, nor still being built; and the monitor does not wait for a person. */
const isSound = ({ extraFrom, receiver, role }: NodeFrame): boolean =>
  extraFrom === null &&
  receiver.state !== 'refused' &&
  receiver.state !== 'copying' &&
  (role === 'master' || role === 'slave')

/** The run after which somebody heals every link, restarts every node and every thread, and nobody writes any more. */
function calmed(run: Run): Run {
  const { untilMs } = run.scenario
  const engine = createEngine(run)
  engine.runTo(us(untilMs))
  const { nodes, clients, monitors, dataCenters } = engine.frame()
  const ids = nodes.map(({ id }) => id)
  const ends = [...nodes, ...clients, ...monitors].map(({ id }) => id)
  const pairs = ids.flatMap((id) => ends.filter((end) => end !== id).map((end): [string, string] => [id, end]))
  const set = (path: string, value: number | string): Action => ({ do: 'set', path, value })
  const actions: Action[] = [
    // What clients have queued is written soon.
    set('replication.mode', 'async'),
    set('replication.heartbeatRowMs', 0),
    // An idle line is dropped for ever where heartbeats come too late for it.
    set('replication.heartbeatMs', 100),
    set('replication.netTimeoutMs', 1_000),
    set('network.lossPercent', 0),
    set('network.kilobytesPerSecond', 0),
    ...dataCenters.map(({ id }): Action => ({ do: 'heal-data-center', dataCenter: id })),
    ...pairs.flatMap(([one, other]): Action[] => {
      const link = `network.links.${[one, other].sort().join('~')}`
      const heal: Action = { do: 'heal', between: [one, other] }
      return [heal, set(`${link}.lossPercent`, 0), set(`${link}.kilobytesPerSecond`, 0)]
    }),
    ...ids.flatMap((node): Action[] => [
      { do: 'restart', node },
      { do: 'unlock-rows', node },
      set(`nodes.${node}.applyMs`, 1),
      set(`nodes.${node}.delayMs`, 0),
    ]),
    ...clients.flatMap(({ id }): Action[] => [
      set(`clients.${id}.thinkMs`, 3_600_000),
      set(`clients.${id}.ratePerSecond`, 0),
    ]),
  ]
  const threads = ids.flatMap((node): Action[] => [
    { do: 'start-receiver', node },
    { do: 'start-applier', node },
  ])
  const at = (atMs: number, list: Action[]) => list.map((action) => ({ atMs, ...action }))
  const interventions = [
    ...run.interventions.filter(({ atMs }) => atMs <= untilMs),
    ...at(untilMs, actions),
    ...at(untilMs + 2000, threads),
  ]
  return { ...run, scenario: { ...run.scenario, untilMs: untilMs + CALM }, interventions }
}
