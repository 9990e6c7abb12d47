/**
 * When the page says what. One polite voice: stepping, every moment that was stepped to; playing, at most one
 * sentence in two seconds, milestones before other news and the newest before older, nothing stale; pausing says
 * at once how things stand. Knows no page: it is handed a clock, a timer and a mouth.
 */
import type { Fact, Frame } from '../../engine/index.ts'

/** Between two sentences while playing, and after which unsaid news is old; wall milliseconds. */
export const EVERY_MS = 2000
const STALE_MS = 3000
/** Sentences of one moment that are said together at most. */
const TOGETHER = 3
/** What a user did and hears about goes before what happens by itself. */
const RANK = { news: 0, milestone: 1, answer: 2 } as const

export interface Mouth {
  say(text: string): void
  now(): number
  /** Calls back once after so many milliseconds; the answer cancels it. */
  later(ms: number, then: () => void): () => void
}

/** What there is to say, from outside: the words of the page. */
export interface Speech {
  /** Facts after that event as sentences, oldest first, with whether they are milestones. */
  news(update: Heard, after: number): { t: number; text: string; milestone: boolean }[]
  /** How everything stands, in one sentence. */
  summary(frame: Frame): string
}

export interface Heard {
  frame: Frame
  playing: boolean
  milestones: readonly Fact[]
  /** Which run and branch: another one is not news, but a change of scene. */
  scene: unknown
}

export interface Voice {
  hear(update: Heard): void
  /** A sentence of the page itself (a notice): the same mouth, the same manners. */
  tell(text: string): void
  stop(): void
}

export function createVoice(mouth: Mouth, speech: Speech): Voice {
  let before: Heard | null = null
  let saidAt = Number.NEGATIVE_INFINITY
  let waiting: { text: string; rank: number; at: number } | null = null
  let cancel: (() => void) | null = null

  const say = (text: string) => {
    if (text === '') return
    mouth.say(text)
    saidAt = mouth.now()
  }
  const hush = () => {
    cancel?.()
    cancel = null
    waiting = null
  }
  const speakUp = () => {
    cancel = null
    const one = waiting
    waiting = null
    if (one && mouth.now() - one.at <= STALE_MS) say(one.text)
  }
  /** Keeps the more important of what waits and what comes, then the newer. */
  const queue = (text: string, rank: number) => {
    if (text === '' || (waiting && waiting.rank > rank)) return
    waiting = { text, rank, at: mouth.now() }
    const wait = saidAt + EVERY_MS - mouth.now()
    if (wait <= 0) {
      cancel?.()
      speakUp()
    } else cancel ??= mouth.later(wait, speakUp)
  }

  const playing = (update: Heard, after: number) => {
    const news = speech.news(update, after)
    const newest = news.filter(({ milestone }) => milestone).pop() ?? news[news.length - 1]
    if (newest) queue(newest.text, newest.milestone ? RANK.milestone : RANK.news)
  }
  const still = (update: Heard, was: Heard) => {
    const { frame } = update
    hush()
    if (was.playing) return say(speech.summary(frame))
    // A leap tells the moment that it led to, not all that was leapt over.
    const news = frame.time > was.frame.time ? speech.news(update, was.frame.event) : []
    const here = news.filter(({ t }) => t === frame.time).sort((a, b) => Number(b.milestone) - Number(a.milestone))
    say(
      here.length > 0
        ? here
            .slice(0, TOGETHER)
            .map(({ text }) => text)
            .join(' ')
        : speech.summary(frame),
    )
  }

  return {
    hear(update) {
      const was = before
      before = update
      // Opening a page says its title, not its run.
      if (was === null) return
      if (was.scene !== update.scene) hush()
      if (update.playing) {
        if (!was.playing) hush()
        playing(update, was.scene === update.scene ? was.frame.event : update.frame.event)
      } else if (was.playing || was.frame.time !== update.frame.time || was.frame.event !== update.frame.event)
        still(update, was)
    },
    tell(text) {
      if (before?.playing) queue(text, RANK.answer)
      else say(text)
    },
    stop: hush,
  }
}
