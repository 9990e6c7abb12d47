import { expect, it } from 'vitest'
import { everyWalkthrough } from '../../lessons/index.ts'
import { us } from '../../run/index.ts'
import { createLab } from '../../worker/index.ts'
import { createTalkingDeck } from './talkingDeck.ts'

const { run } = everyWalkthrough.find(({ id }) => id === 'ok-too-early')!

/** The deck over a playback that is ticked by hand, as fast as a screen. */
function setUp(stops: boolean) {
  const lab = createLab()
  const how = { stops, talks: true }
  const deck = createTalkingDeck(
    lab,
    () => how.talks,
    () => how.stops,
  )
  let clock = 0
  const transport = () => lab.latest!.transport
  /** Plays until it stands still; where that is, in microseconds. */
  const played = async () => {
    for (let i = 0; i < 4; i++) await Promise.resolve()
    while (transport().playing) {
      clock += 16
      lab.tick(clock)
      for (let i = 0; i < 4; i++) await Promise.resolve()
    }
    return transport().time
  }
  const isThere = async () => (await deck.ask({ ask: 'sight', whens: [] })).until?.stoppedAt ?? null
  return {
    lab,
    deck,
    how,
    played,
    isThere,
    facts: (from: number) => lab.ask({ ask: 'facts', from, to: 1e9, most: 5000 }),
  }
}

const goal = { do: 'play-until', when: 'counters.ok = 3', mostUs: us(500) } as const

it('stops at the very instant of what is worth talking about, and goes on to the same goal', async () => {
  const { lab, deck, played, isThere, facts } = setUp(true)
  deck.do({ do: 'load', run, t: us(130) })
  deck.do(goal)
  const stopped: number[] = []
  for (let i = 0; i < 10 && (await isThere()) === null; i++) {
    stopped.push(await played())
    if ((await isThere()) === null) lab.do({ do: 'play' })
  }
  const heard = (await facts(us(130))).filter(({ kind }) => kind === 'write-ok').map(({ t }) => t)
  expect(heard).toHaveLength(3)
  expect(stopped).toEqual(heard)
})

it('comes to the same instant with and without stops, and at once', async () => {
  const ends: number[] = []
  for (const way of ['stops', 'plain', 'hurried'] as const) {
    const { lab, deck, played, isThere } = setUp(way === 'stops')
    deck.do({ do: 'load', run, t: us(130) })
    deck.do(goal)
    if (way === 'hurried') deck.do({ do: 'hurry' })
    let at = await played()
    for (let i = 0; i < 10 && (await isThere()) === null; i++) {
      lab.do({ do: 'play' })
      at = await played()
    }
    ends.push(at)
  }
  expect(new Set(ends).size).toBe(1)
})

it('stops where nothing is waited for, too, and no more once that is switched off', async () => {
  const { lab, deck, how, played } = setUp(true)
  deck.do({ do: 'load', run, t: us(130) })
  lab.do({ do: 'play' })
  const first = await played()
  how.stops = false
  deck.do({ do: 'play-until', when: 'counters.ok = 3', mostUs: us(500) })
  const third = await played()
  expect(first).toBeLessThan(third)
  expect(await lab.ask({ ask: 'sight', whens: ['counters.ok = 3'] })).toMatchObject({ holds: [true] })
})

it('leaves everything as it is where nobody is talked to', async () => {
  const { deck, how, played } = setUp(true)
  how.talks = false
  deck.do({ do: 'load', run, t: us(130) })
  deck.do(goal)
  await played()
  const seen = await deck.ask({ ask: 'sight', whens: ['counters.ok = 3'] })
  expect(seen).toMatchObject({ holds: [true], until: { met: true } })
})
