/** What the monitor asks, orders and concludes. Everything it says travels over its links and may not arrive. */

import { historyOf } from '../../measures/history.ts'
import { members } from '../../measures/members.ts'
import { type Candidate, choose, OUT_OF_THE_RUNNING } from '../../policies/choose.ts'
import { placeOf } from '../../settings/index.ts'
import type { Monitor, Node, Part } from '../../world/index.ts'
import { isUp } from '../connections.ts'
import { grantLease } from '../grantLease.ts'
import type { Kernel } from '../kernel.ts'
import { linkId } from '../linkId.ts'
import { managerOf, monitorNamed } from '../monitors.ts'
import { mayStay, orphansOf } from '../monitorView.ts'
import { command, send } from '../network.ts'
import type { Acts } from './act.ts'

export const monitor: Acts = {
  // probe

  sendProbe(kernel, part, { node, sequence }: { node: number; sequence: number }) {
    const to = kernel.world.nodes[node]!
    const epoch = managerOf(kernel, monitorOf(kernel, part)).context['epoch'] as number
    const until = grantLease(kernel, part, node)
    kernel.cause = 0
    send(kernel, {
      kind: 'probe',
      from: part.owner,
      to: to.id,
      part: `${to.id}/process`,
      event: { type: 'PROBE', sequence, epoch, until, monitor: monitorOf(kernel, part).number },
    })
  },

  answered(
    kernel,
    part,
    { node, ...said }: { node: number; role: string; upstream: number; replicating: boolean; saidAt: number },
  ) {
    const { world } = kernel
    const { probes } = monitorOf(kernel, part)
    probes[node] = { ...probes[node]!, missed: 0, lastAnswerAt: kernel.now, ...said }
    kernel.fact(part.owner, 'probe-answered', { peer: world.nodes[node]!.id })
  },

  missed(kernel, part, { node, count }: { node: number; count: number }) {
    const { world } = kernel
    const { probes } = monitorOf(kernel, part)
    probes[node] = { ...probes[node]!, missed: count, lastMissAt: kernel.now }
    kernel.fact(part.owner, 'probe-missed', { peer: world.nodes[node]!.id, count }, reasonOfSilence(kernel, part, node))
  },

  // failoverManager

  noteAbout(
    kernel,
    part,
    { kind, node, reason }: { kind: 'suspected' | 'confirmed' | 'suspicion-dropped'; node: number; reason: string },
  ) {
    const { world } = kernel
    const master = world.nodes[node]!
    // One of several can only say that it does not hear it.
    const said = kind === 'suspected' && world.settings.monitor.votes ? 'down-for-me' : kind
    kernel.fact(part.owner, said, reason === '' ? { peer: master.id } : { peer: master.id, reason })
    // A master that is up but not heard from: its service counts as lost since it last answered.
    const own = monitorOf(kernel, part)
    if (kind === 'suspected' && own.outageFrom < 0) own.outageFrom = Math.max(0, own.probes[node]!.lastAnswerAt)
    if (kind === 'suspicion-dropped') own.outageFrom = -1
  },

  askSlaves(kernel, part, { master }: { master: number }) {
    for (const node of others(kernel, master)) command(kernel, part, node, 'report', { type: 'REPORT' })
  },

  confirmDown(kernel, part, { master }: { master: number }) {
    const { world } = kernel
    monitorOf(kernel, part).reports = world.nodes.map(() => null)
    for (const node of others(kernel, master)) command(kernel, part, node, 'confirm-down', { type: 'CONFIRM_DOWN' })
  },

  hearReport(kernel, part, { node, ...report }: { node: number; received: number; life: number; upstream: number }) {
    const own = monitorOf(kernel, part)
    own.reports = own.reports.map((known, at) => (at === node ? report : known))
  },

  weigh(kernel, part, { master, named }: { master: number; named: number }) {
    const { world } = kernel
    const { reports, probes } = monitorOf(kernel, part)
    const { byHand, withinDataCenter } = world.settings.monitor
    const { scenario } = world.settings
    const here = placeOf(scenario, world.nodes[master]!.id)
    const candidates = others(kernel, master).map(
      (node): Candidate => ({
        node: node.number,
        id: node.id,
        received: reports[node.number]?.received ?? -1,
        // Its report names its entries; where the newest epoch began is known to whoever crowned its master.
        diverged: node.log.commonWith(historyOf(world)) < node.log.end,
        // One whose data are being copied has nothing that anybody could lead with.
        excluded: probes[node.number]!.role === 'fenced' || node.copy !== null || node.rewind !== null,
        promotion: scenario.nodes.find(({ id }) => id === node.id)?.promotion ?? 'neutral',
        elsewhere: withinDataCenter && placeOf(scenario, node.id) !== here,
      }),
    )
    const { chosen, undecided, ruled, verdicts } = choose(candidates, named, byHand)
    const { cause } = kernel
    for (const { node, received, reason } of verdicts) {
      const args = { peer: world.nodes[node]!.id, from: Math.max(0, received), reason }
      kernel.fact(part.owner, 'candidate-weighed', args, cause, true)
    }
    monitorOf(kernel, part).choice = {
      chosen,
      candidates: verdicts.map((verdict) => ({ ...verdict, received: Math.max(0, verdict.received) })),
      at: kernel.now,
    }
    const life = reports[chosen]?.life ?? 0
    const able = reports.filter((report) => report !== null).length
    kernel.tell(part, { type: 'WEIGHED', chosen, life, candidates: able, undecided, ruled })
  },

  announce(kernel, part, { node }: { node: number }) {
    const { world } = kernel
    const candidates = monitorOf(kernel, part).choice!.candidates
    const own = candidates.find((candidate) => candidate.node === node)!
    const rivals = candidates.filter(
      ({ node: other, reason }) => other !== node && !OUT_OF_THE_RUNNING.includes(reason),
    )
    const to = rivals.reduce((most, { received }) => Math.max(most, received), 0)
    const args = { peer: world.nodes[node]!.id, reason: own.reason, from: own.received, to, count: rivals.length + 1 }
    kernel.fact(part.owner, 'chosen', args)
  },

  choose(kernel, part, { node, epoch }: { node: number; epoch: number }) {
    const until = grantLease(kernel, part, node)
    const { number: monitor } = monitorOf(kernel, part)
    command(kernel, part, kernel.world.nodes[node]!, 'choose', { type: 'CHOSEN', epoch, until, monitor })
  },

  standDown(kernel, part) {
    const { master } = part.context as { master: number }
    for (const node of others(kernel, master)) command(kernel, part, node, 'stand-down', { type: 'STAND_DOWN' })
    kernel.world.nodes[master]!.barred = false
    monitorOf(kernel, part).outageFrom = -1
  },

  repointOthers(kernel, part, { master, former, epoch }: { master: number; former: number; epoch: number }) {
    monitorOf(kernel, part).watches = master
    kernel.world.nodes[master]!.barred = false
    const { reports } = monitorOf(kernel, part)
    if (former >= 0 && former !== master) {
      const old = kernel.world.nodes[former]!
      command(kernel, part, old, 'repoint', { type: 'REPOINT', upstream: master, epoch })
    }
    for (const node of others(kernel, master)) {
      const report = reports[node.number]
      if (!report) continue
      const upstream = mayStay(monitorOf(kernel, part), node.number, master) ? report.upstream : master
      command(kernel, part, node, 'repoint', { type: 'REPOINT', upstream, epoch })
    }
  },

  repointOne(kernel, part, { node, upstream, epoch }: { node: number; upstream: number; epoch: number }) {
    command(kernel, part, kernel.world.nodes[node]!, 'repoint', { type: 'REPOINT', upstream, epoch })
  },

  adopt(kernel, part, { node, master, epoch }: { node: number; master: number; epoch: number }) {
    const { cause } = kernel
    for (const orphan of orphansOf(kernel.world, monitorOf(kernel, part), node)) {
      kernel.fact(part.owner, 'orphaned', { peer: orphan.id, upstream: kernel.world.nodes[node]!.id }, cause)
      command(kernel, part, orphan, 'repoint', { type: 'REPOINT', upstream: master, epoch })
      kernel.cause = cause
    }
  },

  reroute(kernel, part, { master }: { master: number }) {
    kernel.fact(part.owner, 'rerouted', { peer: kernel.world.nodes[master]!.id })
    kernel.tell(kernel.world.router, { type: 'REROUTE', to: master })
  },

  conclude(kernel, part, { switching }: { switching: boolean }) {
    const { world } = kernel
    const us = monitorOf(kernel, part).outageFrom < 0 ? 0 : kernel.now - monitorOf(kernel, part).outageFrom
    kernel.fact(part.owner, switching ? 'switchover-done' : 'failover-done', { us, count: world.lost.length })
    tellVoter(kernel, part, 'UP')
    monitorOf(kernel, part).outageFrom = -1
  },

  block(kernel, part, { reason, us }: { reason: string; us: number }) {
    kernel.fact(part.owner, 'failover-blocked', us > 0 ? { reason, us } : { reason })
  },

  giveWrites(kernel, part, { node }: { node: number }) {
    const until = grantLease(kernel, part, node)
    command(kernel, part, kernel.world.nodes[node]!, 'take-writes', { type: 'WRITABLE', until })
  },

  /** Another monitor has made a new master. */
  follow(kernel, part, { master }: { master: number }) {
    const own = monitorOf(kernel, part)
    own.watches = master
    own.outageFrom = -1
    own.tends = false
  },

  fail(kernel, part, { reason }: { reason: string }) {
    kernel.fact(part.owner, 'failover-failed', { reason })
    tellVoter(kernel, part, 'FAILED')
  },
}

const monitorOf = ({ world }: Kernel, { owner }: Part): Monitor => monitorNamed(world, owner)

function tellVoter(kernel: Kernel, { owner }: Part, type: string): void {
  const voter = kernel.part(`${owner}/voter`)
  if (voter !== undefined) kernel.tell(voter, { type })
}

/** Everybody but the master, if they are not known to be out of service. */
function others({ world }: Kernel, master: number): Node[] {
  return members(world).filter(({ number }) => number !== master)
}

/** Why a node does not answer: a fact that the monitor cannot see, but whoever asks "why?" may. 0 = it was slow. */
function reasonOfSilence(kernel: Kernel, { owner }: Part, number: number): number {
  const node = kernel.world.nodes[number]!
  if (!isUp(node)) return node.diedBy
  const link = kernel.link(linkId(owner, node.id))
  return link.state === 'up' ? 0 : link.fact
}
