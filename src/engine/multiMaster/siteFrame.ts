/** One master's data, channels and clock as a picture, and how far the masters agree. */
import type { Agreement, ChannelFrame, RowFrame, SiteFrame } from '../frame/index.ts'
import { aheadOf, wallOf } from '../measures/clock.ts'
import { holders, isWitness } from '../measures/members.ts'
import { sameRow, TOMBSTONE, type Version } from '../resolvers/index.ts'
import type { Node, World } from '../world/index.ts'
import { siteOf } from './channels.ts'
import { dotOf, mastersOf, rowName, writtenOf } from './naming.ts'
import { isAlike } from './rows.ts'
import { type Channel, rowAt, type Site } from './site.ts'
import { entryName, vectorFrame, versionFrame } from './versionFrame.ts'

/** So many rows are shown of a master, and so many that differ. */
const ROWS = 16
const DIFFERING = 8

export function siteFrame(world: World, node: Node): SiteFrame {
  const site = siteOf(world, node)
  const others = isWitness(world, node) ? [] : holders(world).filter((other) => other !== node)
  return {
    node: node.id,
    clock: { wallUs: wallOf(world, node), offsetUs: aheadOf(world, node), driftPpm: node.clock.driftPpm },
    hybrid: { ...site.hybrid },
    vector: vectorFrame(world, site.seen),
    rows: rowFrames(world, site),
    channels: site.channels.map((channel) => channelFrame(world, channel)),
    agreesWith: others.filter((other) => isAlike(site, siteOf(world, other))).map(({ id }) => id),
    differsOn: differsOn(world, node),
    priority: world.settings.multiMaster!.priorities[node.id] ?? 0,
    region: mastersOf(world).regions?.doors.frame(world, node) ?? null,
  }
}

/** The first rows by key: shared ones come before generated ones. */
function rowFrames(world: World, site: Site): RowFrame[] {
  const frames: RowFrame[] = []
  site.rows.first(ROWS, (key, { state, since }) => {
    if (state.shown.length === 0) return false
    frames.push({
      key: rowName(world, key),
      versions: standing(state.shown).map((each) => versionFrame(world, each)),
      since,
    })
    return true
  })
  return frames
}

/** Of siblings those that are deleted say nothing beside those that are not. */
function standing(shown: readonly Version[]): readonly Version[] {
  const values = shown.filter(({ value }) => value !== TOMBSTONE)
  return values.length > 0 ? values : shown
}

function channelFrame(world: World, { peer, relay, applied, error }: Channel): ChannelFrame {
  return {
    from: world.nodes[peer]!.id,
    received: relay.end,
    applied,
    error: error && {
      code: error.code,
      key: rowName(world, writtenOf(world, error.entry).key),
      entry: entryName(world, dotOf(world, error.entry)),
    },
  }
}

/** Rows in which it differs from most masters; of equally many the first one's side counts. */
function differsOn(world: World, node: Node): number {
  if (isWitness(world, node)) return 0
  const site = siteOf(world, node)
  const sites = holders(world).map((holder) => siteOf(world, holder))
  const sizes = sizesOf(sites)
  const most = sites[sizes.indexOf(Math.max(...sizes))]!
  if (isAlike(site, most)) return 0
  const { keys } = mastersOf(world).accord
  return keys.filter((key) => !sameRow(rowAt(site, key).state, rowAt(most, key).state)).length
}

/** For each, how many have equal data, itself included. */
const sizesOf = (sites: readonly Site[]): number[] =>
  sites.map((one) => sites.filter((other) => isAlike(one, other)).length)

export function agreementOf(world: World): Agreement {
  const nodes = holders(world)
  return {
    agree: Math.max(...sizesOf(nodes.map((node) => siteOf(world, node)))),
    of: nodes.length,
    keys: differing(world, nodes),
  }
}

/** The world also keeps in mind in which rows a witness would differ if it had any: those are left out. */
function differing(world: World, nodes: readonly Node[]): Agreement['keys'] {
  const found: Agreement['keys'] = []
  for (const key of mastersOf(world).accord.keys) {
    const groups = groupsOf(world, nodes, key)
    if (groups.length > 1) found.push({ key: rowName(world, key), groups })
    if (found.length === DIFFERING) break
  }
  return found
}

function groupsOf(world: World, nodes: readonly Node[], key: number): string[][] {
  const groups: Node[][] = []
  for (const node of nodes) {
    const state = (one: Node) => rowAt(siteOf(world, one), key).state
    const group = groups.find(([first]) => sameRow(state(first!), state(node)))
    if (group === undefined) groups.push([node])
    else group.push(node)
  }
  return groups.sort((a, b) => b.length - a.length).map((group) => group.map(({ id }) => id))
}
