/** Several monitors, each with what it is at: the way to the panel of one where the stage has no room for them. */
import { doVote, panels, voterSentence } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { page } from '../../page/page.ts'

export function Watchers() {
  const monitors = useSlice(({ frame }) => (doVote(frame) ? frame.monitors : null))
  if (!monitors) return null
  return (
    <>
      <h3 className="sub">{panels.monitors}</h3>
      <ul className="picks" data-watchers={monitors.length}>
        {monitors.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="pick"
              aria-label={panels.showMonitor(one.id, voterSentence(one))}
              onClick={() => page.select({ kind: 'monitor', id: one.id })}
            >
              <b className="mono">{one.id}</b> {voterSentence(one)}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
