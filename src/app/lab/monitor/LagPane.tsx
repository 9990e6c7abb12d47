/** The lag monitor (S8): lag along time on the left, what it says of one slave and its alerts on the right. */
import { alerting } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { AlertList } from './AlertList.tsx'
import { LagDrawing } from './LagDrawing.tsx'
import { CopiesGauge, LagNow, SlavePicker } from './LagNow.tsx'
import { useLagSeries } from './useLagSeries.ts'
import { usePeek } from './usePeek.ts'
import { useSlave } from './useSlave.ts'

export function LagPane({ phone = false }: { phone?: boolean }) {
  const { ids, slave } = useSlave()
  usePeek()
  const asked = useLagSeries(phone)
  const played = useSlice(({ transport }) => transport.playedTo > 0) ?? false
  if (ids.length === 0) return <p className="mon-none muted">{alerting.noSlaves}</p>
  return (
    <div className={phone ? 'mon phone-mon' : 'mon'} data-monitor={slave}>
      <LagDrawing asked={asked} slave={slave} height={phone ? 220 : null} />
      <div className="mon-side">
        <SlavePicker ids={ids} slave={slave} />
        {played ? <LagNow asked={asked} slave={slave} /> : <p className="muted">{alerting.notPlayed}</p>}
        <AlertList />
        <CopiesGauge />
      </div>
    </div>
  )
}
