/** The buttons of time that every page with a stage has. What stands beside them is the page's own. */
import { labels } from '../../words/index.ts'
import { ActionButton } from './Button.tsx'
import { Icon } from './Icon.tsx'

export function PlayButton({ playing }: { playing: boolean }) {
  return (
    <ActionButton action="play" className="pl" label={playing ? labels.pause : labels.play}>
      <Icon name={playing ? 'pause' : 'play'} />
    </ActionButton>
  )
}

/** Step back, play, step. */
export function TimeButtons({ playing, className = '' }: { playing: boolean; className?: string }) {
  return (
    <>
      <ActionButton action="step-back" className={className}>
        <Icon name="stepBack" />
      </ActionButton>
      <PlayButton playing={playing} />
      <ActionButton action="step" className={className}>
        <Icon name="step" />
      </ActionButton>
    </>
  )
}
