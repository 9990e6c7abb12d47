/** The stage with its milestone, its legend, and the list of participants that keyboard and screen readers use. */
import { labels } from '../../words/index.ts'
import { StageText } from '../later/around.ts'
import { ActionsMenu, Compare } from '../later/index.ts'
import { useSlice } from '../live/useLive.ts'
import { usePage } from '../page/page.ts'
import { Legend } from './Legend.tsx'
import { Milestone } from './Milestone.tsx'
import { StageDrawing } from './StageDrawing.tsx'

export function StagePane({ phone = false }: { phone?: boolean }) {
  const menu = usePage((p) => p.open === 'actions')
  const comparing = useSlice(({ other }) => other !== null) ?? false
  return (
    <main className="pane" aria-label={labels.stage} data-stage="">
      <Milestone phone={phone} />
      <div className="st">
        {comparing ? <Compare /> : <StageDrawing layout={phone ? 'stacked' : 'wide'} />}
        <StageText />
      </div>
      {!phone && <Legend />}
      {menu && <ActionsMenu />}
    </main>
  )
}
