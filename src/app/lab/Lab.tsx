/** The lab in its three layouts: three columns, two columns with drawers, and the phone's stage over a sheet. */

import { labels } from '../../words/index.ts'
import { Phone } from '../later/phone.ts'
import { usePage } from '../page/page.ts'
import { EventLog } from './EventLog.tsx'
import { Inspector } from './Inspector.tsx'
import { Rail } from './Rail.tsx'
import { StagePane } from './StagePane.tsx'
import { TimelinePane } from './TimelinePane.tsx'
import { TopBar } from './TopBar.tsx'
import { Transport } from './Transport.tsx'
import { useRunMarks } from './useRunMarks.ts'

export function Lab() {
  const layout = usePage((p) => p.room.layout)
  const [phone, drawers] = [layout === 'phone', layout === 'drawers']
  const root = useRunMarks()
  const open = usePage((p) => p.open)
  return (
    <div ref={root} data-lab="">
      <button type="button" className="skip" onClick={toStage}>
        {labels.skip}
      </button>
      {phone ? (
        <Phone />
      ) : (
        <div className="lab">
          <TopBar drawers={drawers} />
          {!drawers && <Rail className="rail" />}
          <StagePane />
          {!drawers && <Inspector className="insp" />}
          <Transport />
          <TimelinePane />
          {!drawers && <EventLog />}
          {drawers && open === 'controls' && <Rail className="rail drawer left" />}
          {drawers && open === 'inspect' && (
            <div className="drawer right">
              <Inspector className="" />
              <EventLog />
            </div>
          )}
        </div>
      )}
    </div>
  )
}

/** A button, not a link: the hash is the app's address. */
function toStage(): void {
  document.querySelector<HTMLElement>('[data-nodes] button')?.focus()
}
