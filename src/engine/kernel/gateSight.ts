/** What a commit gate sees of its node, of the acknowledgements that have arrived, and of who could still send one. */

import type { GateSight } from '../machines/commitGate.ts'
import { feeds } from '../measures/gate.ts'
import { isFirstTier } from '../measures/members.ts'
import { acknowledgedBy, RULES } from '../policies/acknowledge.ts'
import type { Node, World } from '../world/index.ts'

/** `slave` says, or -1 nobody, that it has everything up to `upTo`. */
export function gateSight(world: World, node: Node, slave: number, upTo: number): GateSight {
  const { mode, waitFor } = world.settings.nodes[node.number]!
  const rule = RULES[mode]
  if (mode === 'async') return nothingToSee(node)
  const slaves: Node[] = []
  const positions: number[] = []
  for (const one of world.nodes) {
    if (!isFirstTier(world, one)) continue
    slaves.push(one)
    positions.push(Math.max(node.counted[one.number] ?? 0, one.number === slave ? upTo : 0))
  }
  const needed = rule.needed(waitFor, slaves.length)
  const enough = needed === 0 ? node.log.end : acknowledgedBy(positions, needed)
  const oldest = node.waiting[0]
  const next = node.waiting.find(({ to }) => to > enough)
  const sight: GateSight = {
    mode,
    enough,
    logEnd: node.log.end,
    oldestFrom: oldest?.from ?? 0,
    oldestTo: oldest?.to ?? 0,
    nextSince: next?.since ?? -1,
    hopeless: false,
    connected: 0,
    missing: -1,
  }
  if (next === undefined || needed === 0 || rule.timesOut) return sight
  let possible = 0
  slaves.forEach((one, at) => {
    const connected = feeds(node, one)
    if (connected) sight.connected++
    if (connected || positions[at]! >= next.to) possible++
    else if (sight.missing < 0) sight.missing = one.number
  })
  sight.hopeless = possible < needed
  return sight
}

/** In async nobody is waited for; one shape all the same, because guards read it most of all. */
const nothingToSee = ({ log: { end } }: Node): GateSight => ({
  mode: 'async',
  enough: end,
  logEnd: end,
  oldestFrom: 0,
  oldestTo: 0,
  nextSince: -1,
  hopeless: false,
  connected: 0,
  missing: -1,
})
