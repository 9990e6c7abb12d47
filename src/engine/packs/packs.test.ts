// A pack that a run does not need must not change it; one that it needs must be named, and must be missed.
import { describe, expect, it } from 'vitest'
import { drawRun } from '../../headless/fuzz/draw/index.ts'
import type { Run } from '../../run/index.ts'
import { everyPreset } from '../../scenarios/index.ts'
import { createEngine, type Pack, packsOfAction, packsOfRun } from '../index.ts'
import { randomMasters } from '../observe/randomMasters.ts'
import { atHand } from './atHand.ts'
import { FETCH } from './fetch.ts'
import { kitOf } from './kit.ts'

const only = (run: Run): readonly Pack[] => atHand.filter(({ name }) => packsOfRun(run).includes(name))

/** Digests along the way and at the end, and the facts that were milestones. */
function played(run: Run, packs: readonly Pack[]) {
  const engine = createEngine(run, { packs })
  const end = run.scenario.untilMs * 1000
  const digests: string[] = []
  for (let part = 1; part <= 6; part++) {
    engine.runTo(Math.floor((end * part) / 6))
    digests.push(engine.digest())
  }
  const { checkers: _, ...frame } = engine.frame()
  return { digests, frame, milestones: engine.milestones() }
}

describe('packs', () => {
  it.each(everyPreset.map(({ id, run }) => [id, run] as const))('%s: its own packs are as good as all', (_, run) => {
    const own = only(run)
    expect(own.length).toBeLessThan(atHand.length)
    expect(played(run, own)).toEqual(played(run, atHand))
  })

  it('generated runs in which nodes come and go, old masters return, and several are masters, too', () => {
    for (let number = 0; number < 2; number++)
      for (const run of [
        drawRun(number, 'comings'),
        drawRun(number, 'returns'),
        drawRun(number, 'regions'),
        randomMasters(number, true),
      ])
        expect(played(run, only(run)).digests).toEqual(played(run, atHand).digests)
  })

  it('are needed by some presets and not by others', () => {
    for (const { name } of atHand.filter((pack) => pack.name !== 'checkers')) {
      const users = everyPreset.filter(({ run }) => packsOfRun(run).includes(name))
      expect(users.length).toBeGreaterThan(0)
      expect(users.length).toBeLessThan(everyPreset.length)
    }
  })

  it.each(['reads', 'voting', 'operations', 'multiMaster', 'regions'] as const)(
    '%s: a run that needs it cannot do without',
    (name) => {
      const { run } = everyPreset.find((preset) => packsOfRun(preset.run).includes(name))!
      const others = atHand.filter((pack) => pack.name !== name)
      expect(() => played(run, others)).toThrow(/^No pack that is loaded brings /)
    },
  )

  it('every action is carried out by the core or by the packs that are said to be needed', () => {
    const { run } = everyPreset[0]!
    const action = { do: 'set', path: 'clients.c1.kind', value: 'reader' } as const
    expect(packsOfAction(action)).toEqual(['operations', 'reads'])
    expect(packsOfAction({ do: 'kill', node: 'db1' })).toEqual([])
    const asked = { ...run, interventions: [{ atMs: 1, do: 'purge' as const, node: 'db2' }] }
    expect(() => played(asked, [])).toThrow('No pack that is loaded brings the intervention purge.')
  })

  it('can all be fetched, and are those at hand', async () => {
    for (const pack of atHand) expect(await FETCH[pack.name]()).toBe(pack)
    expect(Object.keys(FETCH).sort()).toEqual(atHand.map(({ name }) => name).sort())
  })

  it('bring each machine once', () => {
    const keys = atHand.flatMap(({ machines }) => Object.keys(machines ?? {}))
    expect(new Set([...keys, ...kitOf([]).machines.keys()]).size).toBe(kitOf([]).machines.size + keys.length)
  })
})
