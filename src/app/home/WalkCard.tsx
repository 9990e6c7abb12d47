/**
 * A walkthrough to begin or to go on with: its pictogram, its name, the belief that it corrects, its place on the path (or, of
 * a public incident, when it happened), how long it takes.
 */
import type { Card } from '../../lessons/index.ts'
import { presetCards } from '../../scenarios/index.ts'
import { pictogram } from '../../stage/index.ts'
import { inTerms, learning } from '../../words/index.ts'
import { Markup } from '../parts/Markup.tsx'
import { ScreenIcon } from '../parts/ScreenIcon.tsx'
import { walked } from './walked.ts'

export function WalkCard({ card }: { card: Card }) {
  const { id, number, date, title, belief, minutes } = card
  const picture = presetCards.find((preset) => preset.pictogram === card.pictogram)?.id ?? id
  const { address, words } = walked(card)
  return (
    <div data-walkthrough={id}>
      <a href={address}>
        <Markup svg={pictogram(picture)} className="pic" />
        <span className="t">{inTerms(title)}</span>
        <span className="b">{learning.belief(inTerms(belief))}</span>
      </a>
      <p className="muted">
        <span>
          <span className={date === undefined ? 'mono' : ''}>{date ?? number}</span> · {learning.minutes(minutes)}
          {words !== '' && <b className="walked">, {words}</b>}
        </span>
        <a
          className="to-room"
          href={`#/present/${id}/1`}
          title={learning.toRoomHint}
          aria-label={`${learning.toRoom}: ${inTerms(title)}`}
        >
          <ScreenIcon /> {learning.toRoom}
        </a>
      </p>
    </div>
  )
}
