/** A region as a picture: its replicas, what waits, what comes late from elsewhere, and what is under way between its zones. */
import type { MessageFrame, RegionFrame } from '../frame/index.ts'
import { isWitness, members } from '../measures/members.ts'
import { isUp } from '../measures/parts.ts'
import { siteOf } from '../multiMaster/channels.ts'
import { mastersOf } from '../multiMaster/naming.ts'
import { activeSince } from '../observe/since.ts'
import type { Node, World } from '../world/index.ts'
import { OK } from '../writes.ts'
import { ZONES } from './group.ts'
import { groupOf } from './regions.ts'
import { isAlive, replicaAt } from './zones.ts'

const NO_AGREEMENT = { waitingForRegion: 0, isolated: false, promised: [] }

export function regionFrame(world: World, node: Node): RegionFrame {
  const { kind } = world.settings.regions!
  const { leader, electingSince, open } = groupOf(world, node)
  return {
    kind,
    witness: isWitness(world, node),
    replicas: ZONES.map((_, zone) => replicaFrame(world, node, zone)),
    electingSince: leader < 0 ? electingSince : -1,
    waitingForZone: open.filter(({ of }) => of.is === 'write').length,
    ...(mastersOf(world).regions!.agreement?.frame(world, node) ?? NO_AGREEMENT),
    latency: members(world)
      .filter((other) => other !== node)
      .map((other) => latencyOf(world, node, other)),
  }
}

function replicaFrame(world: World, node: Node, zone: number): RegionFrame['replicas'][number] {
  const { leader, replicas } = groupOf(world, node)
  const { persisted, applied } = replicas[zone]!
  const state = !isAlive(node, zone) ? 'down' : leader === zone ? 'leader' : 'follower'
  return { zone: ZONES[zone]!, state, since: sinceOf(node, zone, state), persisted, applied }
}

function sinceOf(node: Node, zone: number, state: 'leader' | 'follower' | 'down'): number {
  const part = replicaAt(node, zone)
  const { program, config } = part
  if (!isUp(node)) return node.diedAt
  const names = state === 'follower' ? ['follower', 'leaderless', 'electing'] : state === 'down' ? ['down'] : [state]
  const name = names.find((one) => program.matches(config, one))
  return name === undefined ? part.since : activeSince(part, name)
}

/** What DynamoDB measures as ReplicationLatency, and what it does not say: how much is still under way. */
function latencyOf(world: World, node: Node, from: Node): RegionFrame['latency'][number] {
  const { own } = siteOf(world, from)
  const { entries, writes } = world
  let [pending, oldest] = [0, 0]
  for (let at = siteOf(world, node).seen[from.number] ?? 0; at < own.length; at++) {
    const entry = own.get(at)
    const write = entries.writeOf(entry)
    if (write === 0 || writes.outcome.get(write - 1) !== OK) continue
    if (pending === 0) oldest = entries.bornAtOf(entry)
    pending++
  }
  const us = groupOf(world, node).latency[from.number]!
  return { from: from.id, us, pending, oldestUs: pending === 0 ? 0 : world.time - oldest }
}

const KINDS: Readonly<Record<string, MessageFrame['kind']>> = {
  PERSIST: 'persist',
  PERSISTED: 'persisted',
  ELECT: 'elect',
}

/** What is under way between zones, in order of sending: they are told with a delay, and the queue has them. */
export function zoneMessages(world: World): MessageFrame[] {
  const frames: MessageFrame[] = []
  world.queue.forEach((arrivesAt, payload) => {
    if (payload.kind !== 'tell') return
    const part = world.parts[payload.part]!
    const kind = part.machine === 'replica' ? KINDS[payload.event.type] : undefined
    if (kind === undefined || payload.life !== world.nodes[part.place]!.life) return
    const { id, sentAt, zone, first = 0, last } = payload.event as unknown as Record<string, number>
    frames.push({
      id: id!,
      kind,
      from: `${part.owner}/${ZONES[zone!]!}`,
      to: `${part.owner}/${ZONES[part.peer]!}`,
      link: '',
      path: [
        [sentAt!, 0],
        [arrivesAt, 1],
      ],
      held: false,
      first,
      last: last!,
      epoch: 1,
      origin: '',
      write: 0,
      word: '',
      cause: payload.cause,
      resent: 0,
      answers: null,
    })
  })
  return frames.sort((a, b) => a.id - b.id)
}
