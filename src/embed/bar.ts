/** The bar under the stage: play or pause, one step back, one step, to the start; where the run stands; the lab. */
import { figureWords, pace, seconds } from '../words/index.ts'
import type { Command, Transport } from '../worker/index.ts'
import { icon } from './icon.ts'

export interface Bar {
  readonly element: HTMLElement
  readonly do: Record<'playPause' | 'step' | 'stepBack' | 'reset', () => void>
  show(transport: Transport, paceUs: number): void
  /** A sentence in place of "paused"; '' = none. */
  say(sentence: string): void
  /** False: there is nothing to play by, one goes by steps. */
  mayPlay(may: boolean): void
  /** A button as those of the bar. */
  readonly button: typeof button
}

export function barOf(command: (command: Command) => void, labAt: (t: number) => string): Bar {
  let at: Transport | null = null
  let said = ''
  const does = {
    playPause: () => {
      if (!play.hidden) command({ do: at?.playing ? 'pause' : 'play' })
    },
    step: () => command({ do: 'step' }),
    stepBack: () => command({ do: 'step-back' }),
    reset: () => command({ do: 'reset' }),
  }
  const element = make('div', 'bar')
  element.setAttribute('role', 'group')
  element.setAttribute('aria-label', figureWords.controls)
  const play = button('play', figureWords.play, does.playPause)
  play.className = 'play'
  const clock = make('span', 'clock')
  const state = make('span', 'state')
  const rate = make('span', 'pace')
  state.setAttribute('role', 'status')
  const lab = document.createElement('a')
  lab.target = '_blank'
  lab.rel = 'noopener'
  lab.append(figureWords.openInLab, icon('out'))
  const now = make('span', 'now')
  now.append(clock, state, rate)
  element.append(
    play,
    button('stepBack', figureWords.stepBack, does.stepBack),
    button('step', figureWords.step, does.step),
    button('reset', figureWords.reset, does.reset),
    now,
    lab,
  )
  if (document.fullscreenEnabled) {
    const expand = button('expand', figureWords.expand, () => {
      if (document.fullscreenElement) void document.exitFullscreen()
      else document.documentElement.requestFullscreen().catch(() => {})
    })
    expand.className = 'expand'
    element.append(expand)
  }

  const write = (target: HTMLElement, text: string) => {
    if (target.textContent !== text) target.textContent = text
  }
  const showState = () => at && write(state, said || figureWords.stands(at.playing, at.ended))
  return {
    element,
    do: does,
    button,
    mayPlay(may) {
      play.hidden = !may
    },
    show(transport, paceUs) {
      const turned = at?.playing !== transport.playing
      if (at && at.time !== transport.time) said = ''
      at = transport
      write(clock, `${seconds(transport.time)} s`)
      write(rate, pace(transport.playing ? transport.usPerSecond : paceUs * transport.speed))
      showState()
      lab.href = labAt(transport.time)
      if (!turned) return
      play.replaceChildren(icon(transport.playing ? 'pause' : 'play'))
      play.setAttribute('aria-label', transport.playing ? figureWords.pause : figureWords.play)
    },
    say(sentence) {
      said = sentence
      showState()
    },
  }
}

function make(tag: string, className: string): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  return element
}

function button(name: Parameters<typeof icon>[0], label: string, pressed: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.title = label
  element.setAttribute('aria-label', label)
  element.append(icon(name))
  element.addEventListener('click', pressed)
  return element
}
