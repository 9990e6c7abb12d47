import { count } from './numbers.ts'
import { terms } from './terms.ts'

/** Walkthroughs: their cards on the first page, the card beside the stage, what a learner may do. */
export const learning = {
  // the first page
  heading: 'Walkthroughs',
  headingHint: 'each one breaks a belief',
  belief: (text: string) => `“${text}”`,
  minutes: (n: number) => `${n} min`,
  incident: 'public incident',
  continues: (step: number, of: number) => `at step ${step} of ${of}`,
  finished: 'finished',
  // the page
  stage: 'Stage of the walkthrough',
  card: 'Step',
  fork: 'Fork to lab',
  forkHint: 'Everything is kept; the lab leads back to this step',
  returnTo: (step: number) => `Return to step ${step}`,
  step: (at: number, of: number) => `step ${at} of ${of}`,
  left: (minutes: number) => (minutes === 0 ? 'the last one' : `about ${minutes} min left`),
  said: (at: number, of: number, title: string) => `Step ${at} of ${of}: ${title}.`,
  again: 'Begin this step again',
  hidden: 'hidden until you predict',
  unknown: 'There is no such walkthrough.',
  unfetched: 'This walkthrough could not be fetched.',
  // a prediction
  lock: (letter: string, then: string) => `Lock in ${letter}, ${then}`,
  lockNothing: (then: string) => `Choose an answer, ${then}`,
  showMe: 'Show me',
  you: 'your answer',
  right: 'That is what happens.',
  wrong: (letter: string) => `Not ${letter}.`,
  answerWas: (letter: string, text: string) => `${letter}, ${text}, is what happened.`,
  worldNamed: (name: string) => `${name}, you would see this`,
  worldHint: 'This is not your run. In it your answer would be right.',
  toTruth: 'Now what really happens',
  beside: 'Beside each other',
  imagined: 'The other way',
  real: 'What really happens',
  onWith: 'On with the truth',
  // a gate
  yourMove: 'Your move',
  watch: 'The run plays on until it is there. Next goes there at once.',
  showing: 'Shown to you: watch the stage.',
  hint: 'Hint',
  remember: 'To remember',
  model: 'Model and reality',
  sources: 'Sources',
  // going on
  back: 'Back',
  next: 'Next',
  finish: 'Finish',
  nextWalk: 'Next walkthrough:',
  answerFirst: 'answer first, or Show me',
  doFirst: 'your move first, or Show me',
  playsOn: 'Next skips ahead',
  done: 'This was the last step.',
  // an action and whom it is done to, where its label alone doesn't say it
  doneTo: (label: string, id: string) => `${label}: ${id}`,
  link: (id: string) => `link ${id.replace('~', '–')}`,
  // keys
  group: 'Walkthrough',
  keys: {
    next: 'Next step',
    back: 'The step before',
    choose: 'Choose an answer',
    lock: 'Lock in the answer',
  },
  /** How many participants may be acted on: for screen readers. */
  get moves() {
    return `Click a participant on the stage, or select it with its number: the ${terms.master} and everybody else.`
  },
  steps: (n: number) => count(n, 'step'),
} as const
