/** Failover has no meaning here, and the closed section says so. */
import { labels, mastering } from '../../../words/index.ts'
import { Section } from '../Section.tsx'

export function NoFailover() {
  return (
    <Section id="no-failover" title={labels.failover} sum={mastering.off}>
      <p className="aside">{mastering.noFailover}</p>
    </Section>
  )
}
