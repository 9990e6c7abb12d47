/** What the monitor raised, the newest first: when, about whom, whether users noticed before; its causes; what to ask. */
import { useState } from 'react'
import type { Alert } from '../../../engine/index.ts'
import { badge } from '../../../stage/index.ts'
import { alerting } from '../../../words/index.ts'
import { useLive, useSlice } from '../../live/useLive.ts'
import { page, usePage } from '../../page/page.ts'
import { Drawn } from '../../parts/Drawn.tsx'
import { WhyButton } from '../../parts/WhyButton.tsx'
import { Queries } from './Queries.tsx'

export function AlertList() {
  const alerts = useSlice(({ frame }) => JSON.stringify(frame.alerts), 250)
  const list = (JSON.parse(alerts ?? '[]') as Alert[]).reverse()
  const [asked, setAsked] = useState<Alert | null>(null)
  return (
    <section className="mon-alerts" aria-label={alerting.alerts}>
      <h3>{alerting.alerts}</h3>
      {list.length === 0 && <p className="muted">{alerting.noAlerts}</p>}
      <ol>
        {list.map((alert) => (
          <Row key={alert.id} alert={alert} onAsk={() => setAsked(alert)} />
        ))}
      </ol>
      {asked && <Queries alert={asked} onClose={() => setAsked(null)} />}
    </section>
  )
}

function Row({ alert, onAsk }: { alert: Alert; onAsk: () => void }) {
  const live = useLive()
  const chosen = usePage((p) => p.alert === alert.id)
  const seek = (t: number) => {
    page.set({ alert: alert.id })
    live.do({ do: 'seek', t })
  }
  return (
    <li data-alert={`${alert.node} ${alert.reason}`} data-level={alert.level} data-standing={alert.to === null}>
      <button
        type="button"
        className={chosen ? 'mon-alert cur' : 'mon-alert'}
        onClick={() => {
          if (alert.reason !== 'copies') page.set({ lagOf: alert.node })
          seek(alert.from)
        }}
      >
        <Drawn shapes={[badge(alert.level, 8, 8)]} width={16} height={16} />
        <span>
          <b className="mono">{alert.node}</b> {alerting.name(alert)}
          <span className="mono muted block">{alerting.times(alert)}</span>
        </span>
      </button>
      <p className="mon-noticed">
        {alert.noticedAt === null ? (
          <span className="muted">{alerting.noticed(alert)}</span>
        ) : (
          <button type="button" className="link" onClick={() => seek(alert.noticedAt!)}>
            {alerting.noticed(alert)}
          </button>
        )}
        <WhyButton about={alerting.about(alert)} fact={alert.fact} />
        <button type="button" className="link" aria-label={alerting.queriesName(alert)} onClick={onAsk}>
          {alerting.queries}
        </button>
      </p>
    </li>
  )
}
