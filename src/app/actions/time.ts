/** Going through a run: play, step both ways, milestones, speed, start and end. */
import { labels } from '../../words/index.ts'
import type { Desk, UserAction } from './action.ts'

const always = () => true

const at =
  (command: 'step' | 'step-back' | 'next-milestone' | 'previous-milestone' | 'latest') =>
  ({ live }: Desk) =>
    live.do({ do: command })

/** To the start; in a walkthrough, to where its step began. */
function reset({ live, page: { lesson } }: Desk): void {
  if (lesson) lesson.tell({ is: 'again' })
  else live.do({ do: 'reset' })
}

/** The speeds on the segments; `[` and `]` go on to 8. */
export const SEGMENT_SPEEDS = [0.1, 0.25, 0.5, 1, 2]
const ALL_SPEEDS = [...SEGMENT_SPEEDS, 4, 8]

function changeSpeed({ live, transport }: Desk, by: 1 | -1): void {
  const faster = ALL_SPEEDS.filter((speed) => (by > 0 ? speed > transport.speed : speed < transport.speed))
  const speed = by > 0 ? faster[0] : faster[faster.length - 1]
  if (speed !== undefined) live.do({ do: 'speed', speed })
}

export const timeActions: UserAction[] = [
  {
    id: 'play',
    group: 'time',
    label: () => labels.playPause,
    keys: ['Space'],
    applies: always,
    run: ({ live, transport }) => live.do({ do: transport.playing ? 'pause' : 'play' }),
  },
  { id: 'step', group: 'time', label: () => labels.step, keys: ['.'], applies: always, run: at('step') },
  {
    id: 'step-back',
    group: 'time',
    label: () => labels.stepBack,
    keys: [','],
    applies: ({ transport }) => transport.time > 0,
    run: at('step-back'),
  },
  {
    id: 'next-milestone',
    group: 'time',
    label: () => labels.nextMilestone,
    keys: ['Shift+.'],
    applies: always,
    run: at('next-milestone'),
  },
  {
    id: 'previous-milestone',
    group: 'time',
    label: () => labels.previousMilestone,
    keys: ['Shift+,'],
    applies: ({ transport }) => transport.time > 0,
    run: at('previous-milestone'),
  },
  {
    id: 'start',
    group: 'time',
    label: () => labels.toStart,
    keys: ['Home'],
    applies: always,
    run: ({ live }) => live.do({ do: 'seek', t: 0 }),
  },
  { id: 'latest', group: 'time', label: () => labels.toLatest, keys: ['End'], applies: always, run: at('latest') },
  { id: 'reset', group: 'time', label: () => labels.reset, keys: ['R'], applies: always, run: reset },
  {
    id: 'slower',
    group: 'time',
    label: () => labels.slower,
    keys: ['['],
    applies: always,
    run: (desk) => changeSpeed(desk, -1),
  },
  {
    id: 'faster',
    group: 'time',
    label: () => labels.faster,
    keys: [']'],
    applies: always,
    run: (desk) => changeSpeed(desk, 1),
  },
]
