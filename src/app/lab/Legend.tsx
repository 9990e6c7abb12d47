/** What the marks of a cell mean, in the marks themselves. */
import { legend } from '../../stage/index.ts'
import { labels } from '../../words/index.ts'
import { usePage } from '../page/page.ts'
import { ActionButton } from '../parts/Button.tsx'
import { Icon } from '../parts/Icon.tsx'
import { Markup } from '../parts/Markup.tsx'

export function Legend() {
  const shown = usePage((p) => p.legend ?? !p.room.short)
  return (
    <div className="legend-line">
      <ActionButton action="legend" className="" named>
        <Icon name="info" /> {labels.legend} <kbd>G</kbd>
      </ActionButton>
      {shown && (
        <div className="legend-keys" data-legend="">
          {legend.map(({ id, word, svg }) => (
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
