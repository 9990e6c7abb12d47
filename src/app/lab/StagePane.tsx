/** The stage with its milestone, its legend, and the list of participants that keyboard and screen readers use. */
import { labels } from '../../words/index.ts'
import { ActionsMenu, TextView } from '../later/index.ts'
import { usePage } from '../page/page.ts'
import { Legend } from './Legend.tsx'
import { Milestone } from './Milestone.tsx'
import { Participants } from './Participants.tsx'
import { StageDrawing } from './StageDrawing.tsx'

export function StagePane({ phone = false }: { phone?: boolean }) {
  const text = usePage((p) => p.text)
  const menu = usePage((p) => p.open === 'actions')
  return (
    <main className="pane" aria-label={labels.stage} data-stage="">
      <Milestone phone={phone} />
      <div className="st">
        <StageDrawing layout={phone ? 'stacked' : 'wide'} />
        <Participants />
        {text && <TextView />}
      </div>
      {!phone && <Legend />}
      {menu && <ActionsMenu />}
    </main>
  )
}
