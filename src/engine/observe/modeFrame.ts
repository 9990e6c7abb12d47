import type { ModeFrame } from '../frame/index.ts'
import { neededBy } from '../measures/gate.ts'
import { newestEpoch } from '../measures/history.ts'
import { partOf, stateOf } from '../measures/parts.ts'
import type { World } from '../world/index.ts'
import { activeSince } from './since.ts'

/** State of the machine -> the word of the frame. */
const GATES = {
  async: 'async',
  on: 'on',
  patient: 'on',
  blocked: 'blocked',
  fallenBack: 'fallen-back',
} as const satisfies Record<string, ModeFrame['gate']>
const STATES = Object.keys(GATES) as (keyof typeof GATES)[]

/** When a client hears OK: as the gate of the newest epoch's master has it; while that is down, as the settings say. */
export function modeFrame(world: World): ModeFrame {
  const { mode, waitFor, ack, waitPoint } = world.settings.scenario.replication
  const { master } = newestEpoch(world)
  const node = world.nodes[master]!
  const state = stateOf(node, 'commitGate', STATES)
  return {
    kind: mode,
    waitFor,
    needed: neededBy(world, node),
    timeoutUs: world.settings.nodes[master]!.gateTimeoutUs,
    ack,
    waitPoint,
    gate: state ? GATES[state] : mode === 'async' ? 'async' : 'on',
    since: state ? activeSince(partOf(node, 'commitGate')!, state) : 0,
    waiting: node.waiting.length,
    waitingSince: node.waiting[0]?.since ?? null,
  }
}
