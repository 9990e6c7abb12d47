import type { MonitorFrame } from '../engine/index.ts'
import { monitorName, probeWords } from './monitor.ts'
import { terms } from './terms.ts'

/** The monitor in words: what it is at, whom it weighs, whom it cannot reach. */

export function monitorSentence({ state, watches, choice }: MonitorFrame): string {
  const chosen = choice?.chosen ?? 'the candidate'
  switch (state) {
    case 'watching':
      return `Watches ${watches}.`
    case 'suspecting':
      return `Suspects ${watches}: probes stay without an answer.`
    case 'confirming':
      return `Asks the ${terms.slaves} whether they still hear ${watches}.`
    case 'blocked':
      return `Knows that ${watches} is down, and must not act.`
    case 'fencing':
      return `Makes sure that ${watches} takes no more writes.`
    case 'switching-over':
      return `Changes ${terms.masters} while ${watches} is well.`
    case 'choosing':
      return `Weighs who takes over from ${watches}.`
    case 'waiting-for-choice':
      return `Waits for you to name the new ${terms.master}.`
    case 'draining':
      return `Waits until ${chosen} has applied all it received.`
    case 'promoting':
      return `Makes ${chosen} the ${terms.master}.`
    case 'repointing':
      return `Tells the other ${terms.slaves} to copy from ${chosen}.`
    case 'rerouting':
      return `Tells the clients to write to ${chosen}.`
    case 'done':
      return `The failover is done; ${chosen} is the ${terms.master}.`
    case 'failed':
      return 'The failover failed: nobody could take over.'
  }
}

const REASONS: Record<string, string> = {
  'most-received': 'has received most',
  behind: 'is behind',
  down: 'is down',
  'by-hand': 'named by hand',
  'tie-by-name': 'as far as the best',
  'not-asked': 'could not be asked',
  diverged: 'has diverged',
}
export const candidateSentence = (candidate: { node: string; received: number; reason: string }): string =>
  `${candidate.node} has #${candidate.received}: ${REASONS[candidate.reason] ?? 'may take over'}`

/** The text twin of the monitor: what it does, and whom it cannot reach. */
export const describeMonitor = (monitor: MonitorFrame): string => {
  const missing = monitor.probes.filter(({ missed }) => missed > 0).map((probe) => `${probe.node} ${probeWords(probe)}`)
  return [`${monitorName}. ${monitorSentence(monitor)}`, ...missing].join(' ')
}
