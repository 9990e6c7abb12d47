/**
 * The deck of a guide that talks to a room: while it plays towards what a step waits for, it also stops at every event that
 * is worth talking about, at its very instant, and goes on towards the same goal when it is played again. The guide knows
 * nothing of these stops: it is told that what it waits for is not there yet.
 */
import type { Deck } from '../../lessons/index.ts'
import type { Command, Lab, Question, Update } from '../../worker/index.ts'
import { restAfter } from './rests.ts'

interface Goal {
  when: string | null
  mostUs: number
  /** The last instant that it waits for; null: where it begins is still being asked. */
  by: number | null
}

/** What it plays on: the page's own playback. */
export interface Player {
  do(command: Command): void
  ask: Lab['ask']
  onUpdate(listener: (update: Update) => void): () => void
}

export interface TalkingDeck extends Deck {
  /** Whether it stops has changed. */
  changed(): void
  close(): void
}

type Asked = Extract<Question, { ask: 'sight' } | { ask: 'foresee' }>

/** How far it plays where nothing is waited for: ten minutes of the run, in microseconds. */
const FAR = 600_000_000

/** `talks`: is it told to a room? `stops`: does it stop at what is worth talking about? */
export function createTalkingDeck(player: Player, talks: () => boolean, stops: () => boolean): TalkingDeck {
  let goal: Goal | null = null
  /** Counts what was begun: what was asked for something older is dropped. */
  let turn = 0
  let asking = false
  let playing = false
  /** The condition that is being played to. */
  let playingTo: string | null = null

  /** From where it stands to the goal, or to the next stop before it; `atOnce`: to the goal, without being watched. */
  const go = (atOnce = false) => {
    turn += 1
    const mine = turn
    asking = true
    player.ask({ ask: 'sight', whens: [] }).then(
      ({ t }) => {
        if (mine !== turn) return
        asking = false
        if (goal !== null) goal.by ??= t + goal.mostUs
        const when = goal?.when ?? null
        playingTo = stops() && !atOnce ? restAfter(t, when) : when
        const mostUs = goal === null ? FAR : Math.max(0, goal.by! - t)
        player.do({ do: 'play-until', when: playingTo, mostUs, ...(atOnce && { atOnce }) })
      },
      // The page hears elsewhere of a lab that has failed.
      () => {},
    )
  }

  const forget = () => {
    goal = null
    turn += 1
    asking = false
  }

  const stopListening = player.onUpdate(({ transport }) => {
    playing = transport.playing
    if (!playing || asking || !talks()) return
    const { until } = transport
    const isUnderWay = until !== null && until.stoppedAt === null && until.when === playingTo
    // Somebody plays on, after a stop or where nothing is waited for.
    if (!isUnderWay && (stops() || goal !== null)) go()
  })

  return {
    do(command) {
      if (command.do === 'play-until' && !command.atOnce && talks()) {
        goal = { when: command.when, mostUs: command.mostUs, by: null }
        go()
      } else if (command.do === 'hurry' && goal !== null) go(true)
      else {
        if (command.do === 'load' || command.do === 'play-until') forget()
        player.do(command)
      }
    },
    ask: (async (question: Asked) => {
      if (question.ask !== 'sight' || goal === null) return player.ask(question)
      const asked = goal
      const seen = await player.ask({ ...question, whens: [...question.whens, asked.when ?? 'false'] })
      const isThere = seen.holds[question.whens.length] === true || (asked.by !== null && seen.t >= asked.by)
      if (isThere && goal === asked) forget()
      return { ...seen, holds: seen.holds.slice(0, -1), until: { stoppedAt: isThere ? seen.t : null } }
    }) as Deck['ask'],
    changed() {
      if (playing && talks()) go()
    },
    close: stopListening,
  }
}
