/** A command that was allowed, done to the figure. What cannot be done is one sentence, and nothing has changed then. */
import { momentSvg } from '../../stage/index.ts'
import { figureAnswers, inTerms, seconds } from '../../words/index.ts'
import type { Figure } from '../figure.ts'
import type { Address, Page } from '../page.ts'
import { wearTheme } from '../theme.ts'
import { find, focus, show, still, wearAccent } from '../wishes/index.ts'
import { changed } from './changed.ts'
import type { Command } from './commands.ts'
import { stateOf } from './stateOf.ts'

export type Result = { error?: string; [name: string]: unknown }

const DONE: Result = {}
/** Not while a walkthrough asks what will come. */
const AHEAD: readonly Command['type'][] = ['play', 'toggle', 'step', 'back', 'seek', 'inject', 'write', 'set']

export async function carryOut(page: Page, command: Command): Promise<Result> {
  const { figure } = page
  if (!figure) return { error: page.problem }
  try {
    // What cannot be done is known at once then.
    await figure.lab.settled()
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
  const heard: string[] = []
  const stop = figure.lab.onProblem((sentence) => heard.push(sentence))
  const waits = AHEAD.includes(command.type) ? figure.lesson?.waits() : ''
  const result = waits ? { error: waits } : await done(figure, command, page.address.lock)
  stop()
  return heard.length > 0 ? { error: heard[0]! } : result
}

async function done(figure: Figure, command: Command, lock: Address['lock']): Promise<Result> {
  const { lab } = figure
  switch (command.type) {
    case 'play':
    case 'pause':
    case 'reset':
      lab.do({ do: command.type })
      return DONE
    case 'toggle':
      lab.do({ do: lab.latest?.transport.playing ? 'pause' : 'play' })
      return DONE
    case 'step':
    case 'back':
      for (let i = 0; i < command.n; i++) lab.do({ do: command.type === 'step' ? 'step' : 'step-back' })
      return DONE
    case 'seek': {
      const { exact, t } = await find(figure, command.to)
      return exact ? { t } : { error: figureAnswers.noSuchMoment(seconds(t)) }
    }
    case 'speed':
      lab.do({ do: 'speed', speed: command.x })
      return DONE
    case 'load':
    case 'inject':
    case 'write':
    case 'set':
      return changed(figure, command)
    case 'goto': {
      const { goTo } = await import('../lesson/index.ts')
      const error = await goTo(figure, command, lock)
      return error === undefined ? DONE : { error }
    }
    case 'show':
      await show(figure, command.parts)
      return DONE
    case 'focus': {
      const unknown = focus(figure, command.ids)
      return unknown.length === 0 ? DONE : { unknown }
    }
    case 'theme':
      return themed(command)
    case 'motion':
      still(figure, command.mode, true)
      return DONE
    case 'getState':
      return stateOf(figure, command.path)
    case 'getLink':
      return { url: linkTo(figure) }
    case 'snapshot':
      return { svg: picture(figure) }
    case 'visibility':
      figure.seen.told(command.ratio)
      return DONE
    case 'destroy':
      figure.close()
      figure.main.replaceChildren()
      return DONE
  }
}

/** The lab, with this run at this moment. */
export const linkTo = ({ lab, shown }: Figure): string =>
  new URL(shown.labAt(lab.latest?.transport.time ?? shown.t), location.href).href

/** The moment as a picture that needs nothing else, in the present theme. */
function picture({ lab, room, still: reducedMotion, look }: Figure): string {
  const { frame, transport } = lab.latest!
  const theme = document.documentElement.dataset['theme'] as 'light' | 'dark' | 'projector'
  const view = {
    ...{ selected: null, moved: {}, zoom: null, lostNote: false, layout: room.layout },
    ...{ reducedMotion, without: look.without, dim: look.dim, usPerSecond: frame.paceUs * transport.speed },
  }
  const title = `${inTerms(frame.title)}, ${seconds(frame.time)} s`
  return momentSvg(frame, frame.time, view, { theme, width: room.width, height: room.height, title })
}

function themed({ name, accent, font, radius }: Extract<Command, { type: 'theme' }>): Result {
  wearTheme(name)
  const { style } = document.documentElement
  if (font !== null) style.setProperty('--sans', font)
  if (radius !== null) style.setProperty('--radius', `${radius}px`)
  if (accent === undefined) return DONE
  return wearAccent(accent) || accent === null ? DONE : { error: `accent ${accent} is too pale for this theme` }
}
