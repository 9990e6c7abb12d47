/** What the room reads: above the stage what just happened, below it what is told. */
import { firstSentences, type Playing, type Step, sayToRoom, WORDS_FOR_ROOM, worldOf } from '../../lessons/index.ts'
import { inTerms, learning, milestoneNow, presenting as words } from '../../words/index.ts'
import { useSlice } from '../live/useLive.ts'

/** Phases in which the run goes on from where the step was entered: what it comes to is told. */
const TELLS: readonly Playing['phase'][] = ['reveal', 'do', 'show', 'open']

/** The question while it is asked, the newest milestone of this step, or what the step is called. */
export function useHeadline(playing: Playing): string {
  const { lesson, at, phase, entered } = playing
  const since = entered[at]?.t ?? 0
  const told = useSlice(({ frame, transport }) =>
    frame.milestone && frame.milestone.t > since ? milestoneNow(frame.milestone, transport.milestones) : '',
  )
  const step = lesson.steps[at]!
  if (phase === 'done') return `${words.end}: ${inTerms(lesson.title)}`
  if ((phase === 'ask' || phase === 'weigh') && step.predict) return inTerms(step.predict.ask)
  const world = phase === 'world' ? worldOf(playing) : null
  if (world) return inTerms(learning.worldNamed(world.name))
  return TELLS.includes(phase) && told ? told : inTerms(step.title)
}

type Told = Pick<Playing, 'lesson' | 'at' | 'phase' | 'told' | 'answers'>

/** Short enough for the last row; at most two paragraphs, the second one to remember. */
export function narrationOf({ lesson, at, phase, told, answers }: Told): readonly string[] {
  const step = lesson.steps[at]!
  if (phase === 'done') return [lesson.goal]
  if (phase === 'world') return [words.worldHint]
  if (phase === 'beside') {
    const because = step.predict?.options.find(({ id }) => id === answers[step.id])?.because
    return [firstSentences(because ?? step.say, WORDS_FOR_ROOM)]
  }
  return phase === 'open' ? outcomeOf(step, told) : [sayToRoom(step)]
}

function outcomeOf(step: Step, told: string | null): readonly string[] {
  const { remember } = step
  // Where nothing was asked or played, what is told would stand alone: the step is what it says.
  if (isOnlyRead(step)) return [sayToRoom(step), ...(remember === undefined ? [] : [remember])]
  if (told === null) return [remember ?? sayToRoom(step)]
  const left = WORDS_FOR_ROOM - (remember?.split(/\s+/).length ?? 0)
  return [firstSentences(told, left), ...(remember === undefined ? [] : [remember])]
}

const isOnlyRead = ({ gate, predict }: Step): boolean => gate.is === 'read' && predict === undefined
