/** One sentence each, until dismissed; with a text to copy by hand where the clipboard is closed. */
import { inTerms, labels, panels } from '../../words/index.ts'
import { actionOf, perform } from '../actions/index.ts'
import { useLive } from '../live/useLive.ts'
import { dismiss, usePage } from '../page/page.ts'
import { Icon } from './Icon.tsx'

export function Notices() {
  const live = useLive()
  const notices = usePage((p) => p.notices)
  return (
    <section className="notices" aria-label={panels.notices}>
      {notices.map(({ id, kind, text, copy, action }) => (
        <div key={id} className={`notice ${kind}`} data-notice={kind}>
          <span>{inTerms(text)}</span>
          {copy !== undefined && (
            <input
              readOnly
              value={copy}
              aria-label={labels.theLink}
              ref={(field) => field?.select()}
              onFocus={(e) => e.target.select()}
            />
          )}
          {action !== undefined && (
            <button type="button" className="btn" data-action={action} onClick={() => perform(live, action)}>
              {actionOf(action).label()}
            </button>
          )}
          <button type="button" className="tool ico" aria-label={labels.dismiss} onClick={() => dismiss(id)}>
            <Icon name="close" />
          </button>
        </div>
      ))}
    </section>
  )
}
