/** The text view's part about several masters: who agrees, and every conflict of late. */
import type { Frame } from '../../../engine/index.ts'
import { conflictLines, conflictWords, mastersTwin } from '../../../words/index.ts'

export function MastersText({ frame }: { frame: Frame }) {
  if (!frame.multiMaster) return null
  const lines = conflictLines(frame)
  return (
    <>
      <p data-agreement="">{mastersTwin(frame)[0]}</p>
      <h3>{conflictWords.all}</h3>
      {lines.length === 0 && <p>{conflictWords.none}</p>}
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}
