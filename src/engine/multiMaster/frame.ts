/** The picture of several masters: what takes the place of those parts of a frame that know of one lineage. */
import type { LinkFrame, MessageFrame } from '../frame/index.ts'
import { members } from '../measures/members.ts'
import { clientFrame } from '../observe/clientFrame.ts'
import { lostWrites } from '../observe/lostWrites.ts'
import { linkFrames, messageFrames } from '../observe/wires.ts'
import type { MastersPart } from '../packs/pack.ts'
import type { Link, World } from '../world/index.ts'
import { siteOf } from './channels.ts'
import { wordOf } from './clients.ts'
import { conflictFrames } from './conflictFrame.ts'
import { dotOf, mastersOf, rowName } from './naming.ts'
import { masterFrame } from './nodeFrame.ts'
import { rowAt } from './site.ts'
import { agreementOf, siteFrame } from './siteFrame.ts'
import { entryName } from './versionFrame.ts'

/** A row that was inserted has its name from the master that took it. */
function askedFor(world: World): { write: number; word: string }[] {
  const { asked, written } = mastersOf(world)
  return world.clients.flatMap((client) => {
    const { oldest, last } = clientFrame(world, client)
    return [...new Set([oldest, last?.write])].flatMap((write) => {
      const wish = write ? asked.get(write) : undefined
      if (!write || wish === undefined) return []
      const key = written.get(world.writes.entry.get(write - 1))?.key ?? wish.key
      return { write, word: wordOf(wish, key < 0 ? 'n' : rowName(world, key)) }
    })
  })
}

export function mastersFrame(world: World, cells: boolean): MastersPart {
  const nodes = members(world)
  const { topology, loops, rule, ties, ship, onError } = world.settings.multiMaster!
  const { counts, ledger, sites, regions } = mastersOf(world)
  const inService = nodes.map(({ number }) => sites[number]!)
  const siblings = inService.flatMap((site) => site.manifold.map((key) => rowAt(site, key).state.shown.length))
  const tombstones = inService.reduce((sum, { deleted }) => sum + deleted.length, 0)
  return {
    nodes: nodes.map((node) => masterFrame(world, node, cells)),
    links: linkFrames(world).map((frame, at) => ({ ...frame, ...flowOf(world, world.links[at]!) })),
    messages: [
      ...messageFrames(world).map((message) => ({ ...message, ...carriedBy(world, message) })),
      ...(regions?.doors.messages(world) ?? []),
    ],
    lost: lostWrites(world, world.lost),
    multiMaster: {
      topology,
      loops,
      rule,
      ties,
      ship,
      onError,
      origins: world.nodes.map(({ id }) => id),
      sites: nodes.map((node) => siteFrame(world, node)),
      agreement: agreementOf(world),
      asked: askedFor(world),
      conflicts: conflictFrames(world),
      counts: {
        conflicts: counts.conflicts,
        discarded: ledger.tallies.discarded,
        discardedOk: ledger.tallies.okDiscarded,
        siblingsMost: counts.siblingsMost,
        siblings: Math.max(0, ...siblings),
        tombstones,
        collected: counts.collected,
        resurrected: counts.resurrected,
        appliedAgain: counts.appliedAgain,
        dropped: counts.dropped,
        stopped: counts.stopped,
      },
    },
  }
}

/** Which way entries go over a link between masters: one, both, or none. */
function flowOf(world: World, { a, b, kind }: Link): Partial<LinkFrame> {
  if (kind !== 'replication') return {}
  const copies = (to: string, from: string): boolean => {
    const node = world.nodes.find(({ id }) => id === to)!
    return siteOf(world, node).channels.some(({ peer }) => world.nodes[peer]!.id === from)
  }
  const [toA, toB] = [copies(a, b), copies(b, a)]
  const [from, to] = toA && !toB ? [b, a] : [a, b]
  return { from, to, both: toA && toB }
}

/** So many entries of a message are named. */
const NAMED = 8

function carriedBy(world: World, { kind, from, first, last }: MessageFrame): Pick<MessageFrame, 'carries'> {
  const node = world.nodes.find(({ id }) => id === from)
  if (kind !== 'entries' || node === undefined) return {}
  const positions = Array.from({ length: Math.min(NAMED, last - first + 1) }, (_, at) => first + at)
  return { carries: positions.map((position) => entryName(world, dotOf(world, node.log.entryAt(position)))) }
}
