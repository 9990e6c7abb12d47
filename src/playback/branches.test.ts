import { describe, expect, it } from 'vitest'
import type { Action, Run } from '../run/index.ts'
import { all, digest, expectStraight, loaded, runNamed, straight, transport } from './fixtures/deck.ts'
import { dice } from './fixtures/dice.ts'
import type { BranchInfo, Command, Playback } from './index.ts'

const kill = (node: string): Command => ({ do: 'act', action: { do: 'kill', node } })
const seek = (t: number): Command => ({ do: 'seek', t })
const open = (branch: number): Command => ({ do: 'open-branch', branch })
const list = (playback: Playback): BranchInfo[] => transport(playback).branches
const names = (playback: Playback) => list(playback).map(({ name, present }) => (present ? `[${name}]` : name))

describe('branches', () => {
  it('begin with an action in the past; the old one is kept, listed and opened again', () => {
    const playback = loaded(runNamed('failover-lost-writes'), 3_000_000)
    const old = digest(playback)
    expect(list(playback)).toEqual([
      { id: 1, name: 'Run', parent: null, partedAt: 0, playedTo: 3_000_000, own: null, present: true },
    ])
    all(playback, seek(500_000), kill('db2'))
    expect(list(playback)).toEqual([
      { id: 1, name: 'Run', parent: null, partedAt: 0, playedTo: 3_000_000, own: null, present: false },
      {
        id: 2,
        name: 'Fork 1',
        parent: 1,
        partedAt: 500_000,
        playedTo: 500_001,
        own: { do: 'kill', node: 'db2' },
        present: true,
      },
    ])
    // Opened at the present moment, and if it has not been played that far, it runs on to it.
    all(playback, open(1))
    expect(transport(playback)).toMatchObject({ time: 500_001, playedTo: 3_000_000, forked: false })
    all(playback, seek(3_000_000))
    expect(digest(playback)).toBe(old)
    all(playback, open(2))
    expect(transport(playback)).toMatchObject({ time: 3_000_000, playedTo: 3_000_000 })
    expectStraight(playback)
  })

  it('are the same list until something in it changes', () => {
    const playback = loaded(runNamed('home'), 240_000)
    const before = list(playback)
    all(playback, { do: 'step-back' })
    expect(list(playback)).toBe(before)
    all(playback, { do: 'rename-branch', branch: 1, name: ' As it was ' })
    expect(list(playback)).not.toBe(before)
    expect(names(playback)).toEqual(['[As it was]'])
  })

  it('keep their undo and redo while another one is open', () => {
    const playback = loaded(runNamed('home'), 240_000)
    all(playback, kill('db2'), seek(100_000), kill('db1'), kill('db3'))
    expect(names(playback)).toEqual(['Run', '[Fork 1]'])
    const runs = () => transport(playback).run.interventions.map((one) => ('node' in one ? one.node : one.do))
    all(playback, open(1))
    expect(runs()).toEqual(['db2'])
    all(playback, { do: 'undo' })
    expect(runs()).toEqual([])
    expect(transport(playback)).toMatchObject({ canUndo: false, canRedo: true })
    all(playback, open(2))
    expect(runs()).toEqual(['db1', 'db3'])
    all(playback, { do: 'undo' }, open(1), { do: 'redo' })
    expect(runs()).toEqual(['db2'])
    all(playback, open(2), { do: 'redo' })
    expect(runs()).toEqual(['db1', 'db3'])
  })

  it('whose first action is undone wait for redo out of the list, unless something holds them', () => {
    const playback = loaded(runNamed('home'), 240_000)
    all(playback, seek(100_000), kill('db1'), { do: 'undo' })
    expect(names(playback)).toEqual(['[Run]'])
    all(playback, { do: 'redo' })
    expect(names(playback)).toEqual(['Run', '[Fork 1]'])
    expect(transport(playback)).toMatchObject({ forked: true, canRedo: false })
    all(playback, { do: 'rename-branch', branch: 2, name: 'Master dies' }, { do: 'undo' })
    expect(names(playback)).toEqual(['[Run]', 'Master dies'])
    all(playback, { do: 'redo' })
    expect(names(playback)).toEqual(['Run', '[Master dies]'])
    // One that others began on stays as well.
    all(playback, open(1), seek(90_000), kill('db2'), seek(90_000), kill('db3'), { do: 'undo' }, { do: 'redo' })
    all(playback, { do: 'undo' }, { do: 'undo' })
    expect(names(playback)).toEqual(['[Run]', 'Master dies'])
    all(playback, { do: 'redo' }, { do: 'redo' })
    expect(names(playback)).toEqual(['Run', 'Master dies', 'Fork 1', '[Fork 2]'])
    all(playback, open(3), { do: 'undo' })
    expect(names(playback)).toEqual(['[Run]', 'Master dies', 'Fork 1', 'Fork 2'])
  })

  it('are at most eight: the oldest unnamed one goes that the present one does not come from', () => {
    const playback = loaded(runNamed('home'), 240_000)
    all(playback, { do: 'rename-branch', branch: 1, name: 'Plain' })
    const fork = (from: number) => all(playback, open(from), seek(100_000), kill('db1'))
    for (let i = 0; i < 7; i++) fork(1)
    expect(names(playback)).toEqual(['Plain', 'Fork 1', 'Fork 2', 'Fork 3', 'Fork 4', 'Fork 5', 'Fork 6', '[Fork 7]'])
    all(playback, { do: 'rename-branch', branch: 2, name: 'Kept' }, { do: 'compare', branch: 3 })
    fork(4)
    // Fork 1 has a name now, Fork 2 is compared, and Fork 3 was just left.
    expect(names(playback)).toEqual(['Plain', 'Kept', 'Fork 2', 'Fork 3', 'Fork 5', 'Fork 6', 'Fork 7', '[Fork 8]'])
  })

  it('refuse the ninth when each is named, shown or needed', () => {
    const playback = loaded(runNamed('home'), 240_000)
    for (let id = 1; id <= 8; id++) {
      all(playback, { do: 'rename-branch', branch: id, name: `n${id}` })
      if (id < 8) all(playback, open(1), seek(100_000), kill('db1'))
    }
    const before = playback.update()
    all(playback, seek(90_000))
    expect(playback.do(kill('db2'))).toMatch(/^There are 8 branches already.*\.$/)
    expect(transport(playback).branches).toBe(before!.transport.branches)
    // An action at the end of the branch needs no new one.
    all(playback, { do: 'latest' }, kill('db2'))
    expect(list(playback)).toHaveLength(8)
  })

  it('that are dropped are gone for good, and what began on them stays', () => {
    const playback = loaded(runNamed('home'), 240_000)
    all(playback, seek(100_000), kill('db1'), seek(90_000), kill('db2'))
    expect(list(playback).map(({ parent }) => parent)).toEqual([null, 1, 2])
    expect(playback.do({ do: 'drop-branch', branch: 3 })).toMatch(/cannot be dropped/)
    all(playback, { do: 'drop-branch', branch: 2 })
    expect(list(playback).map(({ id, parent, partedAt }) => [id, parent, partedAt])).toEqual([
      [1, null, 0],
      [3, 1, 90_000],
    ])
    expect(transport(playback).canUndo).toBe(false)
    expectStraight(playback)
    all(playback, { do: 'drop-branch', branch: 1 })
    expect(list(playback)).toMatchObject([{ id: 3, parent: null, partedAt: 0 }])
  })

  it('say since when they differ from where they come from, as both are now', () => {
    const playback = loaded(runNamed('home'), 100_000)
    all(playback, kill('db2'), seek(300_000), kill('db3'), seek(350_000), seek(250_000), kill('db1'))
    expect(list(playback)[1]).toMatchObject({ partedAt: 250_000, own: { do: 'kill', node: 'db1' } })
    all(playback, open(1), { do: 'undo' }, { do: 'undo' })
    expect(list(playback)[1]).toMatchObject({ partedAt: 100_000, own: { do: 'kill', node: 'db2' } })
  })

  it('keep a hundred actions for undo, and of those before only what they did', () => {
    const playback = loaded(runNamed('empty'), 1000)
    for (let value = 1; value <= 104; value++) {
      const path = value % 2 === 0 ? 'costs.applyMs' : 'costs.flushMs'
      all(playback, { do: 'act', action: { do: 'set', path, value } })
    }
    const whole = transport(playback).run
    let undone = 0
    for (; transport(playback).canUndo; undone++) all(playback, { do: 'undo' })
    expect(undone).toBe(100)
    expect(transport(playback).run.interventions).toEqual(whole.interventions.slice(0, 4))
    expectStraight(playback)
    for (let i = 0; i < 100; i++) all(playback, { do: 'redo' })
    expect(transport(playback).run).toEqual(whole)
  })

  it('are called by number and have names of their own', () => {
    const playback = loaded(runNamed('home'), 240_000)
    all(playback, seek(100_000), kill('db1'))
    const bad: [Command, RegExp][] = [
      [open(9), /no such branch/],
      [open(1.5), /number/],
      [{ do: 'open-branch' } as never, /number/],
      [{ do: 'drop-branch', branch: 'Run' as never }, /number/],
      [{ do: 'rename-branch', branch: 2, name: '  ' }, /1 to 40 characters/],
      [{ do: 'rename-branch', branch: 2, name: 'x'.repeat(41) }, /1 to 40 characters/],
      [{ do: 'rename-branch', branch: 2, name: 7 as never }, /1 to 40 characters/],
      [{ do: 'rename-branch', branch: 2, name: 'Run' }, /Another branch is named Run/],
      [{ do: 'rename-branch', branch: 7, name: 'Seven' }, /no such branch/],
      [{ do: 'compare', branch: 2 }, /with itself/],
      [{ do: 'compare', branch: 9 }, /no such branch/],
      [{ do: 'compare' } as never, /number/],
    ]
    const before = playback.update()
    for (const [command, sentence] of bad) {
      expect(playback.do(command), JSON.stringify(command)).toMatch(sentence)
      expect(playback.update()).toBe(before)
    }
    all(playback, { do: 'rename-branch', branch: 2, name: 'x'.repeat(40) })
  })
})

const ACTIONS: Action[] = [
  { do: 'kill', node: 'db1' },
  { do: 'restart', node: 'db1' },
  { do: 'kill', node: 'db3' },
  { do: 'cut', between: ['db1', 'db2'] },
  { do: 'heal', between: ['db1', 'db2'] },
  { do: 'set', path: 'costs.applyMs', value: 9 },
  { do: 'set', path: 'replication.mode', value: 'quorum' },
  { do: 'add-slave', node: 'db4', upstream: 'db1' },
  { do: 'add-slave', node: 'db5', upstream: 'db3' },
  { do: 'repoint', node: 'db3', upstream: 'db2' },
  { do: 'remove-slave', node: 'db3' },
]

describe('in any order', () => {
  for (const seed of [1, 2, 3])
    it(`branches show straight runs of their own values, and none is lost: seed ${seed}`, () => {
      const playback = loaded(runNamed('failover-clean'), 400_000)
      const roll = dice(seed)
      /** What each branch was when it was left. */
      const runs = new Map<number, string>()
      const present = () => list(playback).find((branch) => branch.present)!.id
      const value = () => JSON.stringify(transport(playback).run)
      const others = () =>
        list(playback)
          .map(({ id }) => id)
          .filter((id) => id !== present())
      runs.set(present(), value())
      let most = 0
      for (let i = 0; i < 100; i++) {
        const before = list(playback).map(({ id }) => id)
        const was = present()
        const what = roll(12)
        const other = others()[roll(Math.max(1, others().length))]
        let gone: number | undefined
        if (what < 3) playback.do({ do: 'act', action: structuredClone(ACTIONS[roll(ACTIONS.length)]!) })
        else if (what === 3) {
          const [at, undoable] = [value(), transport(playback).canUndo]
          all(playback, { do: 'undo' }, { do: 'redo' })
          // Undo and redo are each other's opposite.
          if (undoable) expect([present(), value()]).toEqual([was, at])
        } else if (what === 4) all(playback, { do: 'undo' })
        else if (what === 5) all(playback, { do: 'redo' })
        else if (what === 6 && other !== undefined) {
          all(playback, open(other))
          // Whatever was done meanwhile on others, it is what it was.
          expect(value()).toBe(runs.get(other))
        } else if (what === 7 && other !== undefined) all(playback, { do: 'compare', branch: other })
        else if (what === 8 && roll(4) === 0 && other !== undefined) {
          all(playback, { do: 'drop-branch', branch: other })
          gone = other
        } else if (what === 9) all(playback, { do: roll(2) === 0 ? 'step' : 'step-back' })
        else all(playback, seek(roll(1_500_000)))

        const now = list(playback).map(({ id }) => id)
        const missing = before.filter((id) => !now.includes(id))
        // A branch goes only by being dropped, as the eighth for a ninth, or by undo of its first action, until redo.
        if (missing.length > 0) {
          expect(missing).toHaveLength(1)
          const [one] = missing
          const made = now.some((id) => !before.includes(id))
          const undone = what === 4 && one === was && transport(playback).canRedo
          expect(one === gone || (made && before.length === 8) || undone, `step ${i}: ${what} lost ${one}`).toBe(true)
        }
        expect(now.length).toBeLessThanOrEqual(8)
        most = Math.max(most, now.length)
        runs.set(present(), value())
        const { other: beside, frame } = playback.update()!
        if (beside !== null) {
          expect(beside.branch).not.toBe(present())
          expect(now).toContain(beside.branch)
          expect(beside.frame.time).toBe(frame.time)
        }
        if (i % 5 !== 0) continue
        expectStraight(playback)
        if (beside === null) continue
        const engine = straight(JSON.parse(runs.get(beside.branch)!), frame.time)
        expect(JSON.stringify(beside.frame)).toBe(JSON.stringify(engine.frame()))
      }
      expect(most).toBeGreaterThan(4)
    })
})

describe('another scenario', () => {
  const watched = (run: Run, monitor: boolean): Run => ({
    ...run,
    scenario: { ...run.scenario, failover: { ...run.scenario.failover, monitor } },
  })

  it('is played from its start to the present moment, and undo brings the old one back', () => {
    const run = runNamed('failover-clean')
    const playback = loaded(run, 900_000)
    const before = digest(playback)
    all(playback, { do: 'revise', run: watched(run, false) })
    expect(transport(playback)).toMatchObject({ time: 900_000, canUndo: true, forked: false })
    expect(transport(playback).branches).toHaveLength(1)
    expect(digest(playback)).toBe(digest(loaded(watched(run, false), 900_000)))
    expect(digest(playback)).not.toBe(before)
    all(playback, { do: 'act', action: { do: 'kill', node: 'db2' } }, { do: 'undo' }, { do: 'undo' })
    expect([transport(playback).run, transport(playback).time]).toEqual([run, 900_001])
    all(playback, seek(900_000))
    expect(digest(playback)).toBe(before)
    all(playback, { do: 'redo' })
    expect(transport(playback).run).toEqual(watched(run, false))
  })

  it('that is none is refused with a sentence, and nothing changes', () => {
    const run = runNamed('failover-clean')
    const playback = loaded(run, 900_000)
    const nobody = { ...run, scenario: { ...run.scenario, nodes: [] } }
    expect(playback.do({ do: 'revise', run: nobody })).toMatch(/scenario\.nodes/)
    expect(transport(playback)).toMatchObject({ run, canUndo: false, time: 900_000 })
  })
})
