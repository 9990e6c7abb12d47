/** How far behind a slave is, in every measure: what is true, what it would report, and why the two differ. */
import type { Frame, NodeFrame } from '../../../engine/index.ts'
import { badge } from '../../../stage/index.ts'
import { inspecting, lagText, lagTrap, lagWords, reportedHint } from '../../../words/index.ts'
import { Drawn } from '../../parts/Drawn.tsx'
import { Why } from './Why.tsx'
import { whyLag } from './whyOf.ts'

export function LagPart({ node, frame }: { node: NodeFrame; frame: Frame }) {
  if (node.lag === null) return null
  const [, , ...rest] = lagWords(node)
  const trap = lagTrap(node)
  return (
    <section data-lag={node.lag.level} className="mb-4">
      <h3 className="sub">{inspecting.lag}</h3>
      <div className="said-why">
        <Drawn shapes={[badge(node.lag.level, 8, 8)]} width={16} height={16} />
        <span className="said">
          {lagText(node.lag)}
          {rest.length > 0 && (
            <span className="muted">, {rest.map(([name, value]) => `${value} ${name}`).join(', ')}</span>
          )}
        </span>
        <Why of={whyLag(node, frame)} />
      </div>
      {trap !== '' && (
        <p className="trap" title={reportedHint()} data-trap="">
          {trap}
        </p>
      )}
    </section>
  )
}
