/** Before anything has played a topology is chosen, not built: the same scenario with another number of slaves. */

import { rail } from '../../../words/index.ts'
import { useLive, useSlice } from '../../live/useLive.ts'
import { page } from '../../page/page.ts'
import { Segments } from '../../parts/Segments.tsx'
import { SHAPES, type Shape, shapeOf, withShape } from './startShapes.ts'

export function StartWith() {
  const live = useLive()
  const run = useSlice(({ transport }) => (transport.playedTo === 0 ? transport.run : null))
  if (!run) return null
  const choose = (shape: Shape) => {
    page.select(null)
    page.set({ moved: {}, zoom: null })
    live.do({ do: 'revise', run: withShape(run, shape) })
  }
  const options = SHAPES.map((value) => ({ value, text: value === 'tiers' ? rail.twoTiers : value }))
  return (
    <div className="ctl" data-start="">
      <div className="cl">
        <span className="name">{rail.startWith}</span>
      </div>
      <Segments
        label={rail.startWith}
        options={options}
        value={shapeOf(run.scenario) ?? ''}
        onChange={choose as never}
      />
      <p className="aside">{rail.startHint}</p>
    </div>
  )
}
