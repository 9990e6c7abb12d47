import type { Fact, FactKind } from '../fact.ts'
import type { Outage } from '../frame/index.ts'
import type { World } from '../world/index.ts'
import { OK } from '../writes.ts'
import { newestEpoch, survives } from './history.ts'

/**
 * Every stretch without a master that all clients can write to, split into what it was spent on (DOMAIN 3.4: RTO =
 * detect + confirm + fence + choose + drain + promote + repoint + reroute). It begins when service was lost: the master
 * died, stopped taking writes, or was last heard of by a monitor that then gave it up. It ends when the clients
 * know the new master, or the old one takes writes again. Phases follow one another without gaps, and one may come
 * twice: a candidate that dies makes the monitor choose again.
 */
type Phase = Outage['phases'][number]['name']

interface Open {
  readonly from: number
  readonly reason: Outage['reason']
  readonly phases: readonly { readonly name: Phase; readonly from: number }[]
  /** Node whose service was lost, and the clients that noticed so far, by number. */
  readonly node: number
  readonly noticed: readonly number[]
  /** Did nobody who was asked hear the master either? */
  readonly confirmed: boolean
}

interface Past extends Open {
  readonly to: number
}

export interface OutagesSnapshot {
  readonly open: Open | null
  readonly past: readonly Past[]
}

/** Longer than this without an answer, and a person has noticed. */
const NOTICEABLE_US = 1_000_000

const RULES = ['rules', 'data-center']

/** The phase that begins with a fact. */
const BEGINS: Partial<Record<FactKind, Phase>> = {
  suspected: 'confirm',
  'down-for-me': 'confirm',
  elected: 'choose',
  confirmed: 'choose',
  'fence-started': 'fence',
  'fence-done': 'choose',
  chosen: 'drain',
  drained: 'promote',
  promoted: 'repoint',
  rerouted: 'reroute',
}

export class Outages {
  private open: Open | null = null
  private past: readonly Past[] = []

  see(fact: Fact, world: World): void {
    const { kind, t } = fact
    if (kind === 'killed' || kind === 'made-read-only') this.lose(fact, world)
    if (kind === 'suspected' || kind === 'elected' || kind === 'chosen' || kind === 'fence-started')
      this.miss(fact, world)
    // What it must not act on yet is as good as unconfirmed; a choice that nobody may win goes on.
    const mayNot = kind === 'failover-blocked' && !RULES.includes(fact.args.reason ?? '')
    const phase = mayNot ? 'confirm' : BEGINS[kind]
    if (phase !== undefined && this.open !== null) this.enter(phase, t)
    if ((kind === 'confirmed' || kind === 'elected') && this.open !== null)
      this.open = { ...this.open, confirmed: true }
    if (kind === 'suspicion-dropped') this.drop(fact, world)
    if (kind === 'made-writable' || kind === 'node-recovered') this.regain(fact, world)
    if (kind === 'failover-done' || kind === 'switchover-done') this.close(t)
    if (kind === 'write-error' || kind === 'write-unknown' || kind === 'write-ok') this.bother(fact, world)
  }

  /** As a frame shows them, the oldest first. */
  frame(world: World): Outage[] {
    const all: (Open & { to?: number })[] = this.open ? [...this.past, this.open] : [...this.past]
    return all.map((outage, at) => {
      const { from, reason, phases, to } = outage
      const until = all[at + 1]?.from ?? world.time + 1
      return {
        from,
        to: to ?? null,
        reason,
        phases: phases.map(({ name, from: begins }, nth) => ({
          name,
          from: begins,
          to: phases[nth + 1]?.from ?? to ?? null,
        })),
        lost: lostIn(world, from, until),
        noticed: outage.noticed.length,
      }
    })
  }

  snapshot(): OutagesSnapshot {
    return { open: this.open, past: this.past }
  }

  restore(from: OutagesSnapshot): void {
    this.open = from.open
    this.past = from.past
  }

  /** The master has died, or has stopped taking writes. */
  private lose({ t, at, kind, args }: Fact, world: World): void {
    const { master } = newestEpoch(world)
    if (this.open !== null || world.nodes[master]!.id !== at) return
    const reason = kind === 'killed' ? 'killed' : args.reason === 'switchover' ? 'switchover' : 'lease'
    const first = reason === 'switchover' ? 'drain' : 'detect'
    this.open = { from: t, reason, node: master, noticed: [], confirmed: false, phases: [{ name: first, from: t }] }
  }

  /** Nobody knew of an outage: it began when the master was last heard of, or begins now, by hand. */
  private miss({ t, kind }: Fact, world: World): void {
    if (this.open !== null) return
    const node = world.monitor.watches
    if (kind === 'suspected' || kind === 'elected') {
      const from = Math.max(0, world.monitor.probes[node]!.lastAnswerAt)
      this.open = {
        from,
        reason: 'unreachable',
        node,
        noticed: [],
        confirmed: false,
        phases: [{ name: 'detect', from }],
      }
      return
    }
    this.open = { from: t, reason: 'by-hand', node, noticed: [], confirmed: false, phases: [] }
  }

  /** A phase that took no time leaves no trace, and one that goes on is one. */
  private enter(name: Phase, from: number): void {
    const phases = this.open!.phases.filter((phase) => phase.from < from)
    if (phases[phases.length - 1]?.name === name) return
    this.open = { ...this.open!, phases: [...phases, { name, from }] }
  }

  /** It was a false alarm, unless the master was dead in between, or out of reach of all the others. */
  private drop({ t }: Fact, world: World): void {
    const { open } = this
    if (open === null) return
    if (open.reason === 'unreachable' && !open.confirmed) this.open = null
    else if (takesWrites(world, open.node)) this.close(t)
  }

  /** The same master serves again. */
  private regain({ t }: Fact, world: World): void {
    const { open } = this
    if (open !== null && takesWrites(world, open.node) && newestEpoch(world).master === open.node) this.close(t)
  }

  private close(to: number): void {
    if (this.open === null) return
    this.past = [...this.past, { ...this.open, to }]
    this.open = null
  }

  private bother({ at, kind, args }: Fact, world: World): void {
    const { open } = this
    if (open === null || (kind === 'write-ok' && (args.us ?? 0) <= NOTICEABLE_US)) return
    const client = world.clients.findIndex(({ id }) => id === at)
    if (!open.noticed.includes(client)) this.open = { ...open, noticed: [...open.noticed, client] }
  }
}

function takesWrites({ nodes }: World, number: number): boolean {
  const [process, role] = nodes[number]!.parts
  if (!process || !role) return false
  return process.program.matches(process.config, 'up') && role.program.matches(role.config, 'master')
}

/** Writes told OK that are gone since a stretch of time. */
function lostIn(world: World, from: number, until: number): number {
  let count = 0
  for (const { write, lostAt } of world.lost)
    if (lostAt >= from && lostAt < until && world.writes.outcome.get(write - 1) === OK && !survives(world, write))
      count++
  return count
}
