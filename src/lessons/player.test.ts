import { describe, expect, it } from 'vitest'
import type { Run } from '../run/index.ts'
import { small } from './fixtures/small.ts'
import { begin, mayGoOn, play, wishes } from './player.ts'
import type { Command, Happening, Playing } from './playing.ts'

/** What the player comes to after all this, and what it asked for last. */
function upon(state: Playing, ...happenings: (Happening | ((state: Playing) => Happening))[]) {
  let commands: readonly Command[] = []
  let now = state
  for (const one of happenings) ({ state: now, commands } = play(now, typeof one === 'function' ? one(now) : one))
  return { state: now, commands, does: commands.map((command) => command.do) }
}
const run = small.run
/** A look in time, at which what is played for is there (`over`) or not. */
const look =
  ({ t = 100_000, over = true, holds = [true, true, true], of = run as Run } = {}) =>
  ({ turn }: Playing): Happening => ({
    is: 'look',
    seen: { run: of, t, until: { stoppedAt: over ? t : null }, holds },
    turn,
  })
const foreseen =
  (holds: boolean[]) =>
  ({ turn }: Playing): Happening => ({ is: 'foreseen', run, t: 900_000, holds, turn })
const asked = () => upon(begin(small), { is: 'open' }, look()).state
const locked = (option: 'a' | 'b') => upon(asked(), { is: 'choose', option }, { is: 'lock' })

describe('the player', () => {
  it('goes to where the first step begins, and asks', () => {
    const { state, commands } = upon(begin(small), { is: 'open' })
    expect(commands).toEqual([{ do: 'load', run, t: 100_000 }])
    expect(state.phase).toBe('enter')
    expect(asked()).toMatchObject({ phase: 'ask', entered: [{ run, t: 100_000 }, null, null, null] })
    expect(wishes(asked())).toEqual(['true', 'counters.lost = 1', 'true'])
  })

  it('waits for an answer: neither Next nor a lock without a choice goes on', () => {
    const state = asked()
    expect(mayGoOn(state)).toBe(false)
    for (const is of ['next', 'lock', 'compare', 'back'] as const)
      expect(play(state, { is })).toEqual({ state, commands: [] })
  })

  it('has a locked answer weighed, and plays what happens if it was right', () => {
    const { state, commands } = locked('b')
    expect(state).toMatchObject({ phase: 'weigh', answers: { first: 'b' } })
    expect(commands[0]).toMatchObject({ do: 'foresee', t: 100_000, whens: ['counters.lost = 0', 'counters.lost = 1'] })
    const right = upon(state, foreseen([false, true]))
    expect(right.state).toMatchObject({ phase: 'reveal', correct: { first: 'b' }, truth: { t: 900_000 } })
    expect(right.does).toEqual(['act', 'play-until'])
    expect(upon(right.state, look({ over: false })).does).toEqual([])
    expect(upon(right.state, look()).does).toEqual(['act', 'play-until'])
    const open = upon(right.state, look(), look())
    expect(open.state).toMatchObject({ phase: 'open', told: 'The slave lacks it.' })
    expect(upon(right.state, look(), look({ holds: [true, false, true] })).state.told).toBe('Nothing is lost.')
  })

  it('plays the world of a wrong answer first, then that beside the truth, then goes on with the truth', () => {
    const world = upon(locked('a').state, foreseen([false, true]))
    expect(world.state.phase).toBe('world')
    const there = (world.commands[0] as { run: Run }).run
    expect(there.scenario.replication.mode).toBe('semi-sync')
    const shown = upon(world.state, look({ of: there }), look({ of: there, t: 950_000 }))
    expect(shown.state).toMatchObject({ phase: 'world', moves: [], wrong: { t: 950_000 } })
    const beside = upon(shown.state, { is: 'compare' })
    expect(beside.commands).toMatchObject([
      { do: 'load', t: 100_000 },
      { do: 'beside', run: there, name: 'If the slave had to confirm first' },
      { do: 'play-until', when: null, mostUs: 850_000 },
    ])
    const truth = upon(beside.state, { is: 'compare' })
    expect(truth.commands).toEqual([{ do: 'load', run, t: 900_000 }])
    expect(upon(truth.state, look()).state).toMatchObject({ phase: 'open', truth: { t: 900_000 } })
  })

  it('hurries what is under way, and only that', () => {
    const { state } = upon(locked('b').state, foreseen([false, true]))
    expect(mayGoOn(state)).toBe(true)
    const hurried = upon(state, { is: 'next' })
    expect(hurried.commands).toEqual([{ do: 'hurry' }])
    expect(upon(hurried.state, look()).commands).toMatchObject([{ do: 'act' }, { do: 'play-until', atOnce: true }])
  })

  it('does not listen to what was seen before the last thing that it asked for', () => {
    const { state } = locked('b')
    const late = { ...(look()(state) as Extract<Happening, { is: 'look' }>), turn: state.turn - 1 }
    expect(play(state, late).state).toBe(state)
    expect(play(state, { ...foreseen([true, false])(state), turn: 0 } as Happening).state).toBe(state)
  })

  const second = () =>
    upon(
      locked('b').state,
      foreseen([false, true]),
      look(),
      look(),
      { is: 'next' },
      look({ t: 930_000, holds: [false] }),
    )

  it('opens the gate of a state as soon as it holds, whoever brought it about, and stands still', () => {
    const { state } = second()
    expect(state).toMatchObject({ at: 1, phase: 'do' })
    expect(mayGoOn(state)).toBe(false)
    expect(upon(state, look({ holds: [false] })).state.phase).toBe('do')
    const open = upon(state, look({ holds: [true] }))
    expect([open.state.phase, ...open.does]).toEqual(['open', 'pause'])
  })

  it('shows how, from where the step began; if that does not open the gate, it stays closed', () => {
    const shown = upon(second().state, look({ t: 999_000, holds: [false] }), { is: 'show-me' })
    expect(shown.commands).toMatchObject([{ do: 'load', t: 930_000 }, { do: 'act' }, { do: 'play-until' }])
    expect(upon(shown.state, look({ holds: [false] })).state.phase).toBe('do')
    expect(upon(shown.state, look()).state.phase).toBe('open')
  })

  it('goes back to where a step was entered, forward again to where the next one was, and begins again when asked', () => {
    const back = upon(second().state, { is: 'back' })
    expect(back.commands).toEqual([{ do: 'load', run, t: 100_000 }])
    const there = upon(back.state, look())
    expect(there.state).toMatchObject({ at: 0, phase: 'open', told: 'The slave lacks it.', answers: { first: 'b' } })
    expect(upon(there.state, { is: 'next' }).commands).toEqual([{ do: 'load', run, t: 930_000 }])
    const again = upon(there.state, { is: 'again' }, look())
    expect(again.state).toMatchObject({ at: 0, phase: 'ask', answers: {}, entered: [{}, null, null, null] })
  })

  it('goes on from the same moment after an excursion', () => {
    const { state } = second()
    const { commands } = upon(state, { is: 'return', moment: { run, t: 935_000 } })
    expect(commands).toEqual([{ do: 'load', run, t: 935_000 }])
    const playing = upon(locked('b').state, foreseen([false, true])).state
    const { does } = upon(playing, { is: 'return', moment: { run, t: 105_000 } })
    expect(does).toEqual(['load', 'play-until'])
  })

  it('opens a later step by doing what leads there at once, from the last fixed moment', () => {
    const opened = upon(begin(small), { is: 'open', step: 1 })
    expect(opened.commands).toEqual([{ do: 'load', run, t: 100_000 }])
    const passing = upon(opened.state, look())
    expect(passing.commands).toMatchObject([{ do: 'act' }, { do: 'play-until', atOnce: true }])
    expect(upon(passing.state, look(), look(), look({ holds: [false] })).state).toMatchObject({ at: 1, phase: 'do' })
    expect(upon(begin(small), { is: 'open', step: 99 }).commands).toMatchObject([{ do: 'load', t: 50_000 }])
    expect(upon(begin(small), { is: 'open', step: 99 }, look(), { is: 'next' }).state.phase).toBe('done')
  })
})
