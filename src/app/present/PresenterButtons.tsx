/** What the presenter asks the other window for. */
import { labels, learning, presenting as words } from '../../words/index.ts'
import type { Asked, Report } from './channel.ts'

interface Props {
  report: Report
  ask: (action: Asked) => void
}

export function PresenterButtons({ report, ask }: Props) {
  const { playing, black, locked, stops, speed, usable } = report
  const one = (action: Asked, text: string, pressed?: boolean, solid = false) => (
    <button
      key={action}
      type="button"
      className={solid ? 'btn solid' : 'btn'}
      data-ask={action}
      disabled={!usable.includes(action)}
      aria-pressed={pressed}
      onClick={() => ask(action)}
    >
      {text}
    </button>
  )
  return (
    <footer className="pw-buttons">
      <nav aria-label={words.controls}>
        {one('lesson-back', learning.back)}
        {one('lesson-next', learning.next, undefined, usable.includes('lesson-next'))}
        {one('reveal', words.reveal, undefined, usable.includes('reveal'))}
        {one('show-me', learning.showMe)}
      </nav>
      <nav aria-label={labels.transport}>
        {one('step-back', labels.stepBack)}
        {one('play', playing ? labels.pause : labels.play)}
        {one('step', labels.step)}
        {one('slower', labels.slower)}
        <span className="mono">{words.speed(speed)}</span>
        {one('faster', labels.faster)}
      </nav>
      <nav aria-label={words.screen}>
        {one('stops', words.stopsShort, stops)}
        {one('blackout', words.blackShort, black)}
        {one('lock-controls', words.lockShort, locked)}
      </nav>
    </footer>
  )
}
