/**
 * One run in one figure: the stage, the bar and the sentence under it, and the clock that plays it. Nothing moves
 * before a gesture, and nothing goes on where nobody can see it.
 */
import { createStage, fetchStagePacks, figureRoom } from '../stage/index.ts'
import { fetchWordPacks, figureWords, inTerms, lostHeading, milestone, speakOf, stageSentence } from '../words/index.ts'
import { createPageLab, type Update } from '../worker/index.ts'
import { barOf } from './bar.ts'
import { keysOf } from './keys.ts'
import { whileUnseen } from './seen.ts'
import type { Shown } from './shown.ts'

/** Smallest text, in pixels (DESIGN, section 9). */
const LEAST_TEXT = 11

/** Fills `main` with the figure; returns what takes it away again. */
export function figure(main: HTMLElement, { run, t, labAt }: Shown): () => void {
  const lab = createPageLab((names, run) => both(fetchStagePacks(names, run), fetchWordPacks(names, run)))
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('class', 'stage')
  svg.setAttribute('role', 'img')
  const told = document.createElement('p')
  told.className = 'told'
  const bar = barOf((command) => lab.do(command), labAt)
  main.replaceChildren(svg, bar.element, told)
  document.title = inTerms(run.scenario.title)

  const stage = createStage(svg)
  const still = matchMedia('(prefers-reduced-motion: reduce)')
  let width = main.clientWidth
  let loop = 0

  const draw = ({ frame, transport }: Update) => {
    speakOf(frame)
    const room = figureRoom(width, frame.nodes.length)
    svg.style.height = `${room.height}px`
    svg.style.setProperty('--least', `${(LEAST_TEXT / room.scale).toFixed(2)}px`)
    stage.resize(room.width, room.height)
    stage.draw(frame, frame.time, {
      selected: null,
      moved: {},
      zoom: null,
      layout: room.layout,
      reducedMotion: still.matches,
      lostNote: false,
      usPerSecond: frame.paceUs * transport.speed,
    })
    main.dataset['time'] = `${transport.time}`
    main.dataset['playing'] = `${transport.playing}`
    bar.show(transport, frame.paceUs)
    // What is drawn has its words; those of a picture in motion would only be talked over.
    if (!transport.playing) svg.setAttribute('aria-label', stageSentence(frame))
    const told0 = sentenceOf(frame)
    if (told.textContent !== told0) told.textContent = told0
  }
  const tick = (now: number) => {
    loop = lab.latest?.transport.playing ? requestAnimationFrame(tick) : 0
    if (loop !== 0) lab.tick(now)
  }
  const redraw = () => lab.latest && draw(lab.latest)
  const size = new ResizeObserver(() => {
    if (main.clientWidth === width) return
    width = main.clientWidth
    redraw()
  })

  const stops = [
    lab.onUpdate((update) => {
      draw(update)
      if (update.transport.playing && loop === 0) loop = requestAnimationFrame(tick)
    }),
    lab.onProblem((sentence) => bar.say(sentence)),
    whileUnseen(main, {
      playing: () => lab.latest?.transport.playing === true,
      pause: () => lab.do({ do: 'pause' }),
      goOn: () => lab.do({ do: 'play' }),
      say: (unseen) => bar.say(unseen ? figureWords.unseen : ''),
    }),
    keysOf(bar),
  ]
  still.addEventListener('change', redraw)
  size.observe(main)
  lab.do({ do: 'load', run, t })

  return () => {
    for (const stop of stops) stop()
    size.disconnect()
    still.removeEventListener('change', redraw)
    cancelAnimationFrame(loop)
    stage.destroy()
    lab.close()
  }
}

const both = (...all: (Promise<void> | null)[]): Promise<void> | null =>
  all.every((one) => one === null) ? null : Promise.all(all).then(() => {})

/** The last milestone, and what was lost where the picture has no room for the list. */
function sentenceOf(frame: Update['frame']): string {
  const sentence = frame.milestone ? milestone(frame.milestone) : inTerms(frame.title)
  const lost =
    frame.lost.length > 0 && frame.milestone?.kind !== 'writes-lost' ? ` ${lostHeading(frame.lost.length)}.` : ''
  return sentence + lost
}
