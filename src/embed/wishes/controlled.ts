/** How much of the bar there is. `full` adds the stops of milestones and the speed; `none` leaves all to the host. */
import { figureWords } from '../../words/index.ts'
import type { Figure } from '../figure.ts'

/** Those of the lab. */
const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4, 8]

export function controlled({ bar, lab }: Figure, controls: 'full' | 'min' | 'none'): void {
  bar.element.hidden = controls === 'none'
  for (const added of bar.element.querySelectorAll('[data-full]')) added.remove()
  if (controls !== 'full') return
  const speed = document.createElement('select')
  speed.dataset['full'] = ''
  speed.setAttribute('aria-label', figureWords.speed)
  for (const one of SPEEDS) speed.add(new Option(`${one} ×`, `${one}`, one === 1, one === lab.latest?.transport.speed))
  speed.addEventListener('change', () => lab.do({ do: 'speed', speed: Number(speed.value) }))
  const back = bar.button('milestoneBack', figureWords.milestoneBack, () => lab.do({ do: 'previous-milestone' }))
  const next = bar.button('milestone', figureWords.milestone, () => lab.do({ do: 'next-milestone' }))
  for (const button of [back, next]) button.dataset['full'] = ''
  bar.element.querySelector('.now')!.before(back, next, speed)
}
