/** What an operator would ask MySQL and PostgreSQL about an alert, to read and to copy. */
import type { Alert } from '../../../engine/index.ts'
import { alerting, labels } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { notify } from '../../page/page.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { toClipboard } from '../../share/clipboard.ts'

export function Queries({ alert, onClose }: { alert: Alert; onClose: () => void }) {
  const master =
    useSlice(({ frame: { nodes, epoch } }) => {
      const found = nodes.find((node) => node.role === 'master' && node.epoch === epoch) ?? nodes[0]
      return found?.id ?? ''
    }) ?? ''
  const queries = alerting.ask(alert, master)
  const copy = async (sql: string) => {
    const done = await toClipboard(sql)
    if (done) notify(alerting.queryCopied, { kind: 'news', brief: true })
    else notify(labels.copyByHand, { copy: sql })
    onClose()
  }
  return (
    <Dialog title={alerting.queriesFor(alert)} onClose={onClose}>
      {(['mysql', 'postgres'] as const).map((system) => {
        const { sql, look } = queries[system]
        return (
          <section key={system} className="mon-query" data-system={system}>
            <h3>
              {alerting.systems[system]}
              <button
                type="button"
                className="btn"
                aria-label={alerting.copyQuery(alerting.systems[system])}
                onClick={() => copy(sql)}
              >
                {labels.copy}
              </button>
            </h3>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, also by keyboard */}
            <pre tabIndex={0}>{sql}</pre>
            <p>{look}</p>
          </section>
        )
      })}
    </Dialog>
  )
}
