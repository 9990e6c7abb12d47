import { beforeEach, describe, expect, it } from 'vitest'
import { createVoice, EVERY_MS, type Heard } from './voice.ts'

/** A page clock that a test moves. */
let now = 0
let timers: { at: number; then: () => void }[] = []
let said: { at: number; text: string }[] = []

const mouth = {
  say: (text: string) => said.push({ at: now, text }),
  now: () => now,
  later(ms: number, then: () => void) {
    const timer = { at: now + ms, then }
    timers.push(timer)
    return () => {
      timers = timers.filter((one) => one !== timer)
    }
  },
}
function pass(ms: number): void {
  const end = now + ms
  for (;;) {
    const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
    if (!next) break
    now = next.at
    timers = timers.filter((one) => one !== next)
    next.then()
  }
  now = end
}

/** Facts are numbers, and their times; every tenth is a milestone, and happens together with the next one. */
const speech = {
  news: ({ frame }: Heard, after: number) =>
    frame.recent
      .filter(({ id }) => id > after)
      .map(({ id }) => ({
        t: id % 10 === 0 ? id + 1 : id,
        text: `${id % 10 === 0 ? 'milestone' : 'fact'} ${id}.`,
        milestone: id % 10 === 0,
      })),
  summary: ({ time }: { time: number }) => `at ${time}.`,
}
const at = (event: number, playing: boolean, scene = 'one'): Heard => {
  const recent = Array.from({ length: 20 }, (_, i) => ({ id: event - 19 + i })).filter(({ id }) => id > 0)
  return { frame: { time: event, event, recent }, playing, milestones: [], scene } as unknown as Heard
}
const texts = () => said.map(({ text }) => text)

let voice: ReturnType<typeof createVoice>
beforeEach(() => {
  now = 0
  timers = []
  said = []
  voice = createVoice(mouth, speech)
  voice.hear(at(1, false))
})

describe('stepping', () => {
  it('says every moment, however fast one steps', () => {
    for (let event = 2; event <= 8; event++) {
      voice.hear(at(event, false))
      pass(20)
    }
    expect(texts()).toEqual([2, 3, 4, 5, 6, 7, 8].map((id) => `fact ${id}.`))
  })

  it('says a moment of several facts as a whole, milestones first; of a leap where it led; back, how things stand', () => {
    voice.hear(at(9, false))
    said = []
    voice.hear(at(11, false))
    voice.hear(at(19, false))
    voice.hear(at(15, false))
    expect(texts()).toEqual(['milestone 10. fact 11.', 'fact 19.', 'at 15.'])
  })

  it('says nothing when nothing moved, and nothing of the first picture', () => {
    expect(said).toEqual([])
    voice.hear(at(1, false))
    expect(said).toEqual([])
  })
})

describe('playing', () => {
  /** Ten pictures a second, one fact each. */
  const play = (from: number, count: number) => {
    for (let event = from; event < from + count; event++) {
      voice.hear(at(event, true))
      pass(100)
    }
  }

  it('never says two sentences within two seconds', () => {
    play(2, 300)
    expect(said.length).toBeGreaterThan(10)
    for (let i = 1; i < said.length; i++) expect(said[i]!.at - said[i - 1]!.at).toBeGreaterThanOrEqual(EVERY_MS)
  })

  it('prefers a milestone to newer news, and the newest milestone to an older one', () => {
    play(1, 1)
    play(2, 30)
    expect(texts().slice(1)).toEqual(['milestone 20.'])
    play(32, 15)
    expect(texts()[2]).toBe('milestone 40.')
  })

  it('drops what has become old while nothing could be said', () => {
    voice.hear(at(2, true))
    voice.hear(at(3, true))
    expect(texts()).toEqual(['fact 2.'])
    // The page slept: its timer comes late.
    const [timer] = timers
    timers = []
    now = 60_000
    timer?.then()
    expect(texts()).toEqual(['fact 2.'])
  })

  it('pausing drops the backlog and says how things stand, at once', () => {
    play(2, 5)
    voice.hear(at(7, false))
    pass(10_000)
    expect(texts()).toEqual(['fact 2.', 'at 7.'])
  })

  it('another run is not news', () => {
    play(2, 1)
    voice.hear(at(15, true, 'another'))
    pass(10_000)
    expect(texts()).toEqual(['fact 2.'])
  })

  it('notices keep the same distance', () => {
    play(2, 1)
    voice.tell('Link copied.')
    play(3, 40)
    expect(texts()[1]).toBe('Link copied.')
    for (let i = 1; i < said.length; i++) expect(said[i]!.at - said[i - 1]!.at).toBeGreaterThanOrEqual(EVERY_MS)
  })
})
