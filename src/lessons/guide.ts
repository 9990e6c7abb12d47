/**
 * The player at work: carries out what it asks for and tells it what came of that. A page, the projector and the command
 * line each bring a deck, which is a playback behind whatever border.
 */
import { begin, play, wishes } from './player.ts'
import type { Command, Happening, Playing, Seen } from './playing.ts'
import type { Walkthrough } from './walkthrough.ts'

type Foresee = Extract<Command, { do: 'foresee' }>

export interface Deck {
  do(command: Exclude<Command, Foresee>): void
  /** In the order of what was done before. */
  ask(question: { ask: 'sight'; whens: readonly string[] }): Promise<Seen>
  ask(question: Omit<Foresee, 'do'> & { ask: 'foresee' }): Promise<Pick<Seen, 'run' | 't' | 'holds'>>
}

export interface Guide {
  readonly state: Playing
  happen(happening: Happening): void
  /** To be called when something moved, at most ten times a second. One look is under way at a time. */
  look(): void
  /** When nothing is under way any more: for tests and the command line. */
  settled(): Promise<void>
  close(): void
}

/** `hear` is told of every state; `fail` of what cannot be carried out, in one sentence. */
export function createGuide(
  deck: Deck,
  lesson: Walkthrough,
  hear: (state: Playing) => void,
  fail: (sentence: string) => void,
  answers: Playing['answers'] = {},
): Guide {
  let state = begin(lesson, answers)
  let closed = false
  let looking: Promise<void> | null = null
  let again = false
  let weighing: Promise<void> | null = null
  /** Commands are being carried out: a look in their middle would see what the move before has come to. */
  let doing = false

  const happen = (happening: Happening) => {
    if (closed) return
    const { state: after, commands } = play(state, happening)
    const changed = after !== state
    state = after
    doing = true
    for (const command of commands) {
      if (command.do === 'foresee') foresee(command, after.turn)
      else deck.do(command)
    }
    doing = false
    if (changed) hear(after)
    if (commands.length > 0) look()
  }

  const foresee = ({ do: _, ...question }: Foresee, turn: number) => {
    weighing = deck
      .ask({ ask: 'foresee', ...question })
      .then(({ run, t, holds }) => happen({ is: 'foreseen', run, t, holds, turn }), complain)
  }

  const look = () => {
    if (closed || doing) return
    if (looking !== null) {
      again = true
      return
    }
    const { turn } = state
    looking = deck.ask({ ask: 'sight', whens: wishes(state) }).then(
      (seen) => seenNow(() => happen({ is: 'look', seen, turn })),
      (error: unknown) => seenNow(() => complain(error)),
    )
  }

  const seenNow = (work: () => void) => {
    looking = null
    const more = again
    again = false
    work()
    if (more) look()
  }

  const complain = (error: unknown) => {
    if (!closed) fail(error instanceof Error ? error.message : String(error))
  }

  return {
    get state() {
      return state
    },
    happen,
    look,
    async settled() {
      for (let wait = weighing ?? looking; wait !== null; wait = weighing ?? looking) {
        await wait
        if (wait === weighing) weighing = null
      }
    },
    close() {
      closed = true
    },
  }
}
