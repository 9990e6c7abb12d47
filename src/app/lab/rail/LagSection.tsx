/** When a slave's lag, or its silence, is worth a word: the monitor's thresholds. Its chart has them as lines. */
import { alerting } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { ActionButton } from '../../parts/Button.tsx'
import { Section } from '../Section.tsx'
import { SettingRow } from '../SettingRow.tsx'

const ROWS = ['warnEntries', 'criticalEntries', 'warnMs', 'criticalMs', 'dwellMs', 'noDataMs']

export function LagSection() {
  const sum =
    useSlice(({ frame: { alerts, lag } }) => {
      const standing = alerts.filter(({ to }) => to === null).length
      return alerting.standing(standing) || alerting.sum(lag)
    }) ?? ''
  return (
    <Section id="lag" title={alerting.section} sum={sum}>
      {ROWS.map((name) => (
        <SettingRow key={name} path={`lag.${name}`} />
      ))}
      <div className="tree-more">
        <ActionButton action="lag-chart" className="mini" />
      </div>
    </Section>
  )
}
