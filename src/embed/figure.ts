/**
 * One run in one figure: the stage, the bar and the sentence under it, and the clock that plays it. Nothing moves
 * before a gesture, and nothing goes on where nobody can see it.
 */
import { createStage, fetchHappenings, fetchStagePacks, figureRoom, type LayoutKind } from '../stage/index.ts'
import {
  fetchSentences,
  fetchWordPacks,
  figureWords,
  inTerms,
  lostHeading,
  milestone,
  speakOf,
  stageSentence,
} from '../words/index.ts'
import { type Beside, createOpeningLab, type PageLab, type Update } from '../worker/index.ts'
import { type Bar, barOf } from './bar.ts'
import { type Keys, keysOf } from './keys.ts'
import { type Seen, whileUnseen } from './seen.ts'
import type { Shown } from './shown.ts'
import { type Voice, voiceIn } from './voice.ts'

/** Smallest text, in pixels (DESIGN, section 9). */
const LEAST_TEXT = 11

/** A walkthrough on a figure, for a host. */
export interface Lesson {
  /** The step that is shown; `index` counts from 1. */
  now(): { step: string; index: number; of: number }
  /** Why nobody may see what comes, as a prediction waits; '' = anybody may. */
  waits(): string
  /** To a step, counted from 1, of the walkthrough of that name. */
  open(id: string, step: number): 'there' | 'outside' | 'another'
  /** The figure is one of a run again. */
  end(): void
}

/** What a figure hands to whoever wishes something of it: the parameters of its address, the messages of its host. */
export interface Figure {
  readonly main: HTMLElement
  readonly svg: SVGSVGElement
  readonly told: HTMLElement
  readonly bar: Bar
  readonly lab: PageLab
  /** The run that it plays, as it began. */
  readonly shown: Shown
  /** Plays another run from now on, paused at its moment. */
  open(shown: Shown): void
  readonly keys: Keys
  readonly seen: Seen
  readonly voice: Voice
  /** The walkthrough that is told on it, while one is. */
  lesson?: Lesson
  /** How it is drawn; `redraw` shows a change. `still`: nothing travels, whatever the system says; null = as it says. */
  readonly look: {
    still: boolean | null
    without: readonly string[]
    dim: readonly string[]
    /** What is compared is shown in place of the run. */
    there?: boolean
  }
  readonly still: boolean
  /** How the stage was drawn last. */
  readonly room: { layout: LayoutKind; width: number; height: number }
  redraw(): void
  close(): void
}

/** Fills `main` with the figure, which stands at the moment `shown.t` as soon as what it needs is there. */
export function figure(main: HTMLElement, first: Shown): Figure {
  const lab = createOpeningLab(BESIDE, first.opening ?? null)
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('class', 'stage')
  svg.setAttribute('role', 'img')
  const told = document.createElement('p')
  told.className = 'told'
  let shown = first
  const bar = barOf(
    (command) => lab.do(command),
    (t) => shown.labAt(t),
  )
  const side = document.createElement('div')
  side.className = 'side'
  side.append(told)
  main.replaceChildren(svg, bar.element, side)
  const voice = voiceIn(main)

  const stage = createStage(svg)
  const system = matchMedia('(prefers-reduced-motion: reduce)')
  const look: Figure['look'] = { still: null, without: [], dim: [] }
  let width = 0
  let room = figureRoom(1, 1)
  let loop = 0

  const makeRoom = (nodes: number) => {
    room = figureRoom(width, nodes)
    svg.style.height = `${room.height}px`
  }
  const draw = ({ frame: here, transport, other }: Update) => {
    const frame = (look.there && other?.frame) || here
    speakOf(frame)
    makeRoom(frame.nodes.length)
    svg.style.setProperty('--least', `${(LEAST_TEXT / room.scale).toFixed(2)}px`)
    stage.resize(room.width, room.height)
    stage.draw(frame, frame.time, {
      selected: null,
      moved: {},
      zoom: null,
      layout: room.layout,
      reducedMotion: look.still ?? system.matches,
      lostNote: false,
      usPerSecond: frame.paceUs * transport.speed,
      without: look.without,
      dim: look.dim,
    })
    main.dataset['time'] = `${transport.time}`
    main.dataset['playing'] = `${transport.playing}`
    bar.show(transport, frame.paceUs)
    // What is drawn has its words; those of a picture in motion would only be talked over.
    const picture = transport.playing ? '' : stageSentence(frame)
    if (picture) svg.setAttribute('aria-label', picture)
    const sentence = sentenceOf(frame)
    const news = told.textContent !== sentence
    // The first sentence is there to be read; nothing has happened yet.
    if (told.textContent !== '' && (news || picture)) voice.say(news ? sentence : picture, !news)
    if (news) told.textContent = sentence
  }
  const tick = (now: number) => {
    loop = lab.latest?.transport.playing ? requestAnimationFrame(tick) : 0
    if (loop !== 0) lab.tick(now)
  }
  const redraw = () => {
    width = svg.clientWidth
    if (lab.latest) draw(lab.latest)
  }
  const size = new ResizeObserver(() => {
    if (svg.clientWidth !== width) redraw()
  })

  const seen = whileUnseen(main, {
    playing: () => lab.latest?.transport.playing === true,
    pause: () => lab.do({ do: 'pause' }),
    goOn: () => lab.do({ do: 'play' }),
    say: (unseen) => bar.say(unseen ? figureWords.unseen : ''),
  })
  const keys = keysOf(bar)
  width = svg.clientWidth
  lab.onUpdate((update) => {
    draw(update)
    if (update.transport.playing && loop === 0) loop = requestAnimationFrame(tick)
  })
  lab.onProblem((sentence) => {
    if (lab.latest) bar.say(sentence)
    else void import('./instead.ts').then(({ withoutFunction }) => withoutFunction(sentence, shown, told, open))
  })
  system.addEventListener('change', redraw)
  size.observe(svg)
  const open = (next: Shown) => {
    shown = next
    document.title = inTerms(shown.run.scenario.title)
    // The page around it does not move when the picture comes.
    if (!lab.latest) makeRoom(shown.run.scenario.nodes.length)
    lab.do({ do: 'load', run: shown.run, t: shown.t })
  }
  open(first)

  return {
    ...{ main, svg, told, bar, lab, keys, seen, voice, look, redraw, open },
    get shown() {
      return shown
    },
    get room() {
      return room
    },
    get still() {
      return look.still ?? system.matches
    },
    close() {
      seen.stop()
      keys.stop()
      size.disconnect()
      system.removeEventListener('change', redraw)
      cancelAnimationFrame(loop)
      stage.destroy()
      lab.close()
    },
  }
}

const both = (...all: (Promise<void> | null)[]): Promise<void> | null =>
  all.every((one) => one === null) ? null : Promise.all(all).then(() => {})

const opening: Beside = (names, run) => both(fetchStagePacks(names, run), fetchWordPacks(names, run))
const BESIDE = {
  opening,
  engine: ((names, run) => both(opening(names, run), fetchSentences(), fetchHappenings())) satisfies Beside,
}

/** The last milestone, and what was lost where the picture has no room for the list. */
function sentenceOf(frame: Update['frame']): string {
  const sentence = frame.milestone ? milestone(frame.milestone) : inTerms(frame.title)
  const lost =
    frame.lost.length > 0 && frame.milestone?.kind !== 'writes-lost' ? ` ${lostHeading(frame.lost.length)}.` : ''
  return sentence + lost
}
