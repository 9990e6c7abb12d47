/**
 * A walkthrough played from its first step to its last, as a learner would: predictions answered, gates opened by their
 * solution or by another way, and what it comes to at each step taken down.
 */
import {
  commandOf,
  createGuide,
  foreseeing,
  type OptionId,
  type Playing,
  stepOf,
  type Walkthrough,
  wrongOption,
} from '../../lessons/index.ts'
import { createDeck, type LessonDeck, type Standing } from './deck.ts'

export interface Way {
  /** Answers in the order of the questions; absent: the right one. */
  readonly answers?: readonly OptionId[]
  /** How each gate is opened: 0 = as "Show me" does it, 1 = by its first other way, ... */
  readonly way?: number
}

export interface StepReport {
  readonly id: string
  /** Microseconds of the run, and its digest: where the step was entered, and where its gate opened. */
  readonly entered: Standing
  readonly opened: Standing
  readonly asked: {
    readonly answer: OptionId | null
    readonly correct: OptionId | null
    /** Of each option, whether its condition holds in truth. */
    readonly holds: readonly boolean[]
    /** After a wrong answer with a world: does its condition hold there? */
    readonly world: { readonly digest: string; readonly holds: boolean } | null
  } | null
  readonly told: string | null
}

export interface Through {
  readonly id: string
  readonly steps: readonly StepReport[]
  /** What is wrong with the walkthrough. Empty: nothing. */
  readonly failures: readonly string[]
}

export async function through(lesson: Walkthrough, { answers = [], way = 0 }: Way = {}): Promise<Through> {
  const deck = await createDeck()
  const failures: string[] = []
  const guide = createGuide(
    deck,
    lesson,
    () => {},
    (sentence) => failures.push(sentence),
  )
  const steps: StepReport[] = []
  const happen = async (happening: Parameters<typeof guide.happen>[0]): Promise<Playing> => {
    guide.happen(happening)
    await guide.settled()
    return guide.state
  }
  const fail = (what: string) => failures.push(`step ${stepOf(guide.state).id}: ${what}`)
  let asked = 0

  await happen({ is: 'open' })
  for (let left = lesson.steps.length; left > 0 && guide.state.phase !== 'done'; left--) {
    const step = stepOf(guide.state)
    const question = step.predict && (await answer(answers[asked++]))
    if (step.gate.is === 'state' && guide.state.phase === 'open') fail('its gate is open before anybody does anything')
    if (guide.state.phase === 'do') await solve()
    const { phase, told } = guide.state
    if (phase !== 'open') {
      fail(`its gate does not open; it stands at ${phase}`)
      break
    }
    if (step.gate.is === 'time' && !met(deck)) fail(`what its gate waits for does not come: ${step.gate.until}`)
    if (step.told && told === null) fail('nothing of what could be told holds')
    const entered = deck.straightTo(guide.state.entered[guide.state.at]!)
    steps.push({ id: step.id, entered, opened: standing(deck), asked: question ?? null, told })
    await happen({ is: 'next' })
  }
  await goBack()
  return { id: lesson.id, steps, failures: [...failures, ...deck.problems] }

  async function answer(given: OptionId | undefined): Promise<StepReport['asked']> {
    const { predict, id } = stepOf(guide.state)
    const { do: _, ...question } = foreseeing(guide.state)
    const { holds } = await deck.ask({ ask: 'foresee', ...question })
    const right = predict!.options.filter((_, i) => holds[i]).map((option) => option.id)
    if (right.length !== 1) fail(`of its options ${right.join(', ') || 'none'} holds, not one`)
    await happen({ is: 'choose', option: given ?? right[0] ?? 'a' })
    await happen({ is: 'lock' })
    const world = await seeWorld()
    return { answer: guide.state.answers[id] ?? null, correct: guide.state.correct[id] ?? null, holds, world }
  }

  /** What a wrong answer leads to: its world, that beside the truth, and back. */
  async function seeWorld(): Promise<NonNullable<StepReport['asked']>['world']> {
    const wrong = wrongOption(guide.state)
    if (wrong === null) return null
    if (guide.state.phase !== 'world') {
      fail(`option ${wrong.id} is wrong and has no world`)
      return null
    }
    const [there] = deck.playback.ask({ ask: 'sight', whens: [wrong.when] }).holds
    if (!there) fail(`in the world of option ${wrong.id} this does not hold: ${wrong.when}`)
    const { digest } = standing(deck)
    await happen({ is: 'compare' })
    if (deck.playback.update()!.other === null) fail(`the world of option ${wrong.id} cannot stand beside the truth`)
    await happen({ is: 'next' })
    return { digest, holds: there === true }
  }

  /** From the end to the beginning: every step is as it was when it was entered. */
  async function goBack(): Promise<void> {
    for (const { id, entered } of [...steps].reverse()) {
      await happen({ is: 'back' })
      if (stepOf(guide.state).id !== id) fail(`Back leads here, but not to ${id}`)
      else if (standing(deck).digest !== entered.digest) fail('Back leads to another state than it was entered with')
    }
  }

  async function solve(): Promise<void> {
    const { gate } = stepOf(guide.state)
    if (gate.is !== 'state') return
    const other = gate.others[way - 1]
    if (other === undefined) {
      await happen({ is: 'show-me' })
      return
    }
    for (const move of other) deck.do(commandOf(move))
    guide.look()
    await guide.settled()
  }
}

const standing = ({ playback }: LessonDeck): Standing => ({
  t: playback.update()!.transport.time,
  digest: playback.ask({ ask: 'digest' }),
})

const met = ({ playback }: LessonDeck): boolean => playback.update()!.transport.until?.met === true
