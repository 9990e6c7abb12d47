import { describe, expect, it } from 'vitest'
import { small } from '../../lessons/fixtures/small.ts'
import { createGuide, shownThrough, stepOf, type Walkthrough } from '../../lessons/index.ts'
import { createDeck } from './deck.ts'
import { through } from './through.ts'

/** The small walkthrough with another first step. */
const withFirst = (change: object): Walkthrough => ({
  ...small,
  steps: small.steps.map((step, i) => (i === 0 ? { ...step, ...change } : step)),
})

describe('a walkthrough played through', () => {
  it('comes to its end by its solution, with the right answer found by the engine', async () => {
    const { steps, failures } = await through(small)
    expect(failures).toEqual([])
    expect(steps.map(({ id, told }) => [id, told])).toEqual([
      ['first', 'The slave lacks it.'],
      ['second', null],
      ['third', 'There it stands.'],
      ['fourth', null],
    ])
    expect(steps[0]!.asked).toEqual({ answer: 'b', correct: 'b', holds: [false, true], world: null })
    expect(steps[0]!.entered.t).toBe(100_000)
    expect(steps[1]!.entered).toEqual(steps[0]!.opened)
    expect(steps[3]!.entered.t).toBe(50_000)
  })

  it('goes through the world of a wrong answer, and comes back to the same truth', async () => {
    const right = await through(small)
    const wrong = await through(small, { answers: ['a'] })
    expect(wrong.failures).toEqual([])
    expect(wrong.steps[0]!.asked).toMatchObject({ answer: 'a', correct: 'b', world: { holds: true } })
    expect(wrong.steps[0]!.asked!.world!.digest).not.toBe(right.steps[0]!.opened.digest)
    expect(wrong.steps.map(({ opened }) => opened)).toEqual(right.steps.map(({ opened }) => opened))
  })

  it('is shown to the same end to whoever answers nothing, and says what cannot be shown', async () => {
    const { steps } = await through(small)
    const heard: string[] = []
    const shown = await shownThrough(small, await createDeck(), (state) => {
      heard.push(stepOf(state).id)
    })
    expect(heard).toEqual(steps.map(({ id }) => id))
    expect(shown.correct).toEqual({ first: 'b' })
    expect(shown.tolds).toEqual({ first: 'The slave lacks it.', third: 'There it stands.' })
    const closed = withFirst({ gate: { is: 'state', when: 'counters.lost = 9', hint: '', solve: [], others: [[]] } })
    await expect(shownThrough(closed, await createDeck(), () => {})).rejects.toThrow('step first does not open')
  })

  it('opens a gate by another way, to another state', async () => {
    const [solved, other] = [await through(small), await through(small, { way: 1 })]
    expect(other.failures).toEqual([])
    expect(other.steps[1]!.opened.digest).not.toBe(solved.steps[1]!.opened.digest)
  })

  it('says what is wrong with one', async () => {
    const { predict } = small.steps[0]!
    const [a, b] = predict!.options as [object, object]
    const failuresOf = async (change: object, way = {}) => (await through(withFirst(change), way)).failures.join('\n')
    const both = { ...predict, options: [{ ...a, when: 'true' }, b] }
    expect(await failuresOf({ predict: both })).toContain('of its options a, b holds, not one')
    const none = { ...predict, options: [{ ...a, world: undefined }, b] }
    expect(await failuresOf({ predict: none }, { answers: ['a'] })).toContain('option a is wrong and has no world')
    const same = { ...predict, options: [{ ...a, world: { name: 'The same', settings: { 'costs.applyMs': 3 } } }, b] }
    expect(await failuresOf({ predict: same }, { answers: ['a'] })).toContain('this does not hold: counters.lost = 0')
    const never = { is: 'time', until: 'counters.lost = 9', mostMs: 100 }
    expect(await failuresOf({ gate: never })).toContain('does not come: counters.lost = 9')
    const closed = { is: 'state', when: 'counters.lost = 9', hint: '', solve: [], others: [[]] }
    expect(await failuresOf({ gate: closed })).toContain('its gate does not open')
    expect(await failuresOf({ gate: { ...closed, when: 'counters.lost = 1' } })).toContain('open before anybody')
    expect(await failuresOf({ told: [{ when: 'false', text: 'x' }] })).toContain('nothing of what could be told holds')
    expect(await failuresOf({ gate: { ...closed, solve: [{ act: { do: 'kill', node: 'db9' } }] } })).toContain('db9')
  })
})

describe('a guide', () => {
  it('comes to the same digest at the pace of a screen as at once', async () => {
    const { steps } = await through(small)
    const deck = await createDeck()
    const { playback } = deck
    const slow = { ask: deck.ask, do: (command: never) => void playback.do(command) }
    const guide = createGuide(slow as typeof deck, small, () => {}, expect.unreachable)
    let now = 0
    const settle = async () => {
      await guide.settled()
      // When what it was played for is there, the next move may begin.
      do {
        while (playback.update()!.transport.playing) {
          now += 37
          playback.tick(now)
          if (now % 3 === 0) guide.look()
          await guide.settled()
        }
        guide.look()
        await guide.settled()
      } while (playback.update()!.transport.playing)
    }
    playback.do({ do: 'speed', speed: 8 })
    guide.happen({ is: 'open' })
    await settle()
    for (const { id, opened, asked } of steps) {
      expect(stepOf(guide.state).id).toBe(id)
      if (asked) {
        guide.happen({ is: 'choose', option: 'a' })
        guide.happen({ is: 'lock' })
        await settle()
        expect(guide.state.phase).toBe('world')
        guide.happen({ is: 'next' })
        await settle()
        expect(guide.state.phase).toBe('beside')
        guide.happen({ is: 'next' })
        await settle()
      }
      if (guide.state.phase === 'do') {
        guide.happen({ is: 'show-me' })
        await settle()
      }
      expect([guide.state.phase, playback.ask({ ask: 'digest' })]).toEqual(['open', opened.digest])
      guide.happen({ is: 'next' })
      await settle()
    }
    expect(guide.state.phase).toBe('done')
  })

  it('opens any step where its solution leads, and keeps still while it is asked', async () => {
    const { steps } = await through(small)
    for (const [step, { entered }] of steps.entries()) {
      const deck = await createDeck()
      const guide = createGuide(deck, small, () => {}, expect.unreachable)
      guide.happen({ is: 'open', step })
      await guide.settled()
      expect(guide.state.at).toBe(step)
      const { run, t } = guide.state.entered[step]!
      expect(deck.straightTo({ run, t })).toEqual(entered)
    }
  })
})
