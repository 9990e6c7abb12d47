/** The text view's part about several masters: who agrees, and every conflict of late. */
import type { Frame } from '../../../engine/index.ts'
import { conflictSentence, conflictWords, mastersTwin } from '../../../words/index.ts'

export function MastersText({ frame }: { frame: Frame }) {
  if (!frame.multiMaster) return null
  const conflicts = [...frame.multiMaster.conflicts].reverse()
  return (
    <>
      <p data-agreement="">{mastersTwin(frame)[0]}</p>
      <h3>{conflictWords.all}</h3>
      {conflicts.length === 0 && <p>{conflictWords.none}</p>}
      <ul>
        {conflicts.map((one) => (
          <li key={one.id}>{conflictSentence(one, frame)}</li>
        ))}
      </ul>
    </>
  )
}
