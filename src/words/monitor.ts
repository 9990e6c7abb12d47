import type { Frame, MonitorFrame } from '../engine/index.ts'
import { count } from './numbers.ts'

/** What is said about the monitor, who watches the master and carries out the failover. */
export const monitorName = 'monitor'

/** Of several, what they have come to: beside them on the stage. */
export function monitorsName({ monitors }: Pick<Frame, 'monitors'>): string {
  const leader = monitors.find(({ leads }) => leads)
  if (leader) return `${leader.id} is elected`
  const down = monitors.filter(({ verdict }) => verdict !== 'up').length
  return down > 0 ? `down for ${down} of ${monitors.length}` : `${monitors.length} monitors`
}

export const probeWords = ({ missed }: MonitorFrame['probes'][number]): string =>
  missed === 0 ? 'answers' : `missed ${count(missed, 'probe')}`

/** Beside the monitor on the stage, in two lines: "chose db2: has 17," "db3 has 13". */
export function choiceLines({ chosen, candidates }: NonNullable<MonitorFrame['choice']>): string[] {
  const winner = candidates.find(({ node }) => node === chosen)
  const others = candidates.filter(({ node, reason }) => node !== chosen && reason !== 'down')
  const first = `chose ${chosen}${winner ? `: has ${winner.received}` : ''}`
  if (others.length === 0) return [first]
  return [
    `${first},`,
    others
      .map(({ node, received, reason }) => `${node} has ${reason === 'diverged' ? 'diverged' : received}`)
      .join(', '),
  ]
}
