/** The last milestones, newest first; each leads to its moment. */
import { labels, milestone, seconds } from '../../words/index.ts'
import type { Figure } from '../figure.ts'
import { type Panel, section } from './panel.ts'

const MOST = 6

export function log({ lab }: Figure): Panel {
  const { element, content } = section(labels.eventLog, 'ol')
  let shown = ''
  return {
    element,
    show({ transport }) {
      const last = transport.milestones.filter(({ t }) => t <= transport.time).slice(-MOST)
      const key = last.map(({ id }) => id).join()
      if (key === shown) return
      shown = key
      content.replaceChildren(
        ...last.reverse().map((fact) => {
          const line = document.createElement('li')
          const go = document.createElement('button')
          go.type = 'button'
          go.className = 'at'
          go.textContent = `${seconds(fact.t)} s`
          go.addEventListener('click', () => lab.do({ do: 'seek', t: fact.t }))
          line.append(go, milestone(fact))
          return line
        }),
      )
    },
  }
}
