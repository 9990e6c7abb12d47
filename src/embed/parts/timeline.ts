/** The run from its start to where its scenario says it has been told: a slider for the time, and ticks at milestones. */
import { figureWords, seconds } from '../../words/index.ts'
import type { Figure } from '../figure.ts'
import { type Panel, section } from './panel.ts'

/** The slider goes by steps of so many microseconds. */
const GRAIN = 10_000

export function timeline({ lab }: Figure): Panel {
  const { element, content } = section(figureWords.timeline, 'div')
  const slider = document.createElement('input')
  const ticks = document.createElement('datalist')
  slider.type = 'range'
  slider.step = `${GRAIN}`
  slider.setAttribute('aria-label', figureWords.timeline)
  ticks.id = 'ticks'
  slider.setAttribute('list', ticks.id)
  content.append(slider, ticks)
  slider.addEventListener('input', () => lab.do({ do: 'seek', t: Number(slider.value) }))
  return {
    element,
    show({ transport }) {
      const end = Math.max(transport.playedTo, transport.run.scenario.untilMs * 1000)
      slider.max = `${Math.ceil(end / GRAIN) * GRAIN}`
      slider.value = `${transport.time}`
      slider.setAttribute('aria-valuetext', `${seconds(transport.time)} s`)
      if (ticks.children.length === transport.milestones.length) return
      ticks.replaceChildren(...transport.milestones.map(({ t }) => new Option('', `${t}`)))
    },
  }
}
