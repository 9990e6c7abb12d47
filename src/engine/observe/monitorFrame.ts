import type { MonitorFrame } from '../frame.ts'
import { members } from '../measures/members.ts'
import { partOf, stateOf } from '../measures/parts.ts'
import type { World } from '../world.ts'
import { partFrames } from './partFrames.ts'

/** Machine state -> the word of the frame. */
const STATES = {
  watching: 'watching',
  suspecting: 'suspecting',
  confirming: 'confirming',
  blocked: 'blocked',
  fencing: 'fencing',
  choosing: 'choosing',
  waitingForChoice: 'waiting-for-choice',
  switchingOver: 'switching-over',
  reinstating: 'switching-over',
  draining: 'draining',
  promoting: 'promoting',
  repointing: 'repointing',
  rerouting: 'rerouting',
  done: 'done',
  failed: 'failed',
} as const satisfies Record<string, MonitorFrame['state']>
const NAMES = Object.keys(STATES) as (keyof typeof STATES)[]

/** The failover manager and its probes; null when the scenario has none. `choice.chosen` is '' when it found nobody. */
export function monitorFrame(world: World): MonitorFrame | null {
  const { monitor, nodes, settings } = world
  if (!settings.monitor.present) return null
  const { choice } = monitor
  return {
    state: STATES[stateOf(monitor, 'failoverManager', NAMES) ?? 'watching'],
    since: partOf(monitor, 'failoverManager')?.since ?? 0,
    watches: nodes[monitor.watches]!.id,
    probes: members(world).map(({ id, number }) => {
      const { missed, lastAnswerAt, lastMissAt } = monitor.probes[number]!
      return { node: id, missed, lastAnswerAt, lastMissAt: lastMissAt < 0 ? null : lastMissAt }
    }),
    choice: choice && {
      chosen: nodes[choice.chosen]?.id ?? '',
      candidates: choice.candidates.map(({ node, received, reason }) => ({ node: nodes[node]!.id, received, reason })),
      at: choice.at,
    },
    parts: partFrames(monitor.parts),
  }
}
