import type { MonitorFrame } from '../frame/index.ts'
import { members } from '../measures/members.ts'
import { partOf, stateOf } from '../measures/parts.ts'
import { placeOf } from '../settings/index.ts'
import type { Monitor, World } from '../world/index.ts'
import { partFrames } from './partFrames.ts'

/** Machine state -> the word of the frame. */
const STATES = {
  watching: 'watching',
  suspecting: 'suspecting',
  agreeing: 'confirming',
  standing: 'confirming',
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
/** In these it does nothing about the master. */
const RESTING = ['watching', 'done']
const NAMES = Object.keys(STATES) as (keyof typeof STATES)[]

/** Every monitor with its probes; none when the scenario has none. `choice.chosen` is '' when it found nobody. */
export function monitorFrames(world: World): MonitorFrame[] {
  const { monitors, settings } = world
  return settings.monitor.present ? monitors.map((one) => monitorFrame(world, one)) : []
}

function monitorFrame(world: World, monitor: Monitor): MonitorFrame {
  const { nodes, settings } = world
  const { choice } = monitor
  const voter = partOf(monitor, 'voter')
  const isIn = (state: string) => voter?.program.matches(voter.config, state) ?? false
  const working = !RESTING.includes(stateOf(monitor, 'failoverManager', NAMES) ?? 'watching')
  const votedFor = (voter?.context['votedFor'] ?? -1) as number
  return {
    id: monitor.id,
    dataCenter: placeOf(settings.scenario, monitor.id) ?? null,
    verdict: voter
      ? isIn('down.alone')
        ? 'down-for-me'
        : isIn('down')
          ? 'down-for-all'
          : 'up'
      : working
        ? 'down-for-all'
        : 'up',
    votedFor: world.monitors[votedFor]?.id ?? null,
    epoch: (voter?.context['epoch'] ?? partOf(monitor, 'failoverManager')?.context['epoch'] ?? 1) as number,
    leads: world.monitor === monitor && working && (voter === undefined || isIn('down.elected')),
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
