/** What the marks of a cell mean, in the marks themselves. */
import { legend, type Sign, signsIn } from '../../stage/index.ts'
import { labels } from '../../words/index.ts'
import { useSlice } from '../live/useLive.ts'
import { usePage } from '../page/page.ts'
import { ActionButton } from '../parts/Button.tsx'
import { Icon } from '../parts/Icon.tsx'
import { Markup } from '../parts/Markup.tsx'

export function Legend() {
  const shown = usePage((p) => p.legend ?? !p.room.short)
  // As one word, so that it is drawn again only when other signs are asked for.
  const signs = useSlice(({ frame }) => signsIn(frame).join(' ')) ?? ''
  return (
    <div className="legend-line">
      <ActionButton action="legend" className="" named>
        <Icon name="info" /> {labels.legend} <kbd>G</kbd>
      </ActionButton>
      {shown && (
        <div className="legend-keys" data-legend="">
          {legend(signs === '' ? undefined : (signs.split(' ') as Sign[])).map(({ id, word, svg }) => (
            <span key={id}>
              <Markup svg={svg} />
              {word}
            </span>
          ))}
        </div>
      )}
      <ActionButton action="fit" className="btn fit" hide />
    </div>
  )
}
