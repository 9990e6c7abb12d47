/** What monitors say to one another. It travels over the links between them and may be lost. */

import type { Monitor, Part } from '../../world/index.ts'
import type { Told } from '../event.ts'
import type { Kernel } from '../kernel.ts'
import { managerOf, monitorNamed } from '../monitors.ts'
import { lastLease } from '../monitorView.ts'
import { send } from '../network.ts'
import type { Acts } from './act.ts'

export const voting: Acts = {
  hear({ world, now }, part, { from, down, busy }: { from: number; down: boolean; busy: boolean }) {
    const monitor = monitorNamed(world, part.owner)
    monitor.said = monitor.said.map((known, at) => (at === from ? { at: now, down, busy } : known))
  },

  gossip(kernel, part, { down, busy, epoch }: { down: boolean; busy: boolean; epoch: number }) {
    const own = monitorNamed(kernel.world, part.owner)
    const known = Math.max(epoch, promisedBy(kernel, own))
    const word = busy ? 'at-work' : down ? 'down' : 'up'
    toAll(kernel, own, 'gossip', word, { type: 'HEARD', from: own.number, down, busy, epoch: known })
  },

  noteAgreed(kernel, part, { agree }: { agree: number }) {
    kernel.fact(part.owner, 'down-for-all', { peer: watchedBy(kernel, part), count: agree })
  },

  noteAlone(kernel, part) {
    kernel.fact(part.owner, 'failover-blocked', { reason: 'no-quorum' })
  },

  drawPause(kernel, part) {
    const { chance, settings } = kernel.world
    const us = chance.below(`monitor:${part.owner}:pause`, settings.monitor.electionPauseUs)
    kernel.tell(part, { type: 'DRAWN', us })
  },

  askVotes(kernel, part, { epoch }: { epoch: number }) {
    const own = monitorNamed(kernel.world, part.owner)
    own.votersLease = -1
    kernel.fact(part.owner, 'vote-asked', { epoch })
    toAll(kernel, own, 'vote', 'ask', { type: 'ASK', from: own.number, epoch }, epoch)
  },

  giveVote(kernel, part, { from, epoch }: { from: number; epoch: number }) {
    const own = monitorNamed(kernel.world, part.owner)
    const { id: peer } = kernel.world.monitors[from]!
    own.tends = false
    kernel.fact(part.owner, 'vote-given', { peer, epoch })
    const event: Told = { type: 'VOTE', from: own.number, epoch, until: lastLease(own) }
    send(kernel, { kind: 'vote', from: own.id, to: peer, part: `${peer}/voter`, word: 'give', epoch, event })
  },

  hearVote({ world }, part, { until }: { until: number }) {
    const own = monitorNamed(world, part.owner)
    own.votersLease = Math.max(own.votersLease, until)
  },

  lead(kernel, part, { epoch, votes }: { epoch: number; votes: number }) {
    const { world } = kernel
    const own = monitorNamed(world, part.owner)
    kernel.fact(part.owner, 'elected', { epoch, count: votes })
    world.monitor = own
    own.tends = true
    kernel.tell(managerOf(kernel, own), { type: 'ELECTED', epoch })
  },

  noteFailed(kernel, part, { epoch, votes }: { epoch: number; votes: number }) {
    kernel.fact(part.owner, 'election-failed', { epoch, count: votes })
  },
}

function toAll(kernel: Kernel, own: Monitor, kind: 'gossip' | 'vote', word: string, event: Told, epoch = 0): void {
  for (const { id } of kernel.world.monitors)
    if (id !== own.id) send(kernel, { kind, from: own.id, to: id, part: `${id}/voter`, word, epoch, event })
}

const watchedBy = ({ world }: Kernel, { owner }: Part): string => world.nodes[monitorNamed(world, owner).watches]!.id

const promisedBy = (kernel: Kernel, own: Monitor): number => {
  const { epoch, promised } = managerOf(kernel, own).context as { epoch: number; promised: number }
  return Math.max(epoch, promised)
}

/**
 * How many monitors find the master down, by what one of them has heard lately; `event`: what it hears just now. Word of
 * another one holds for three of its calls.
 */
export function agreeing(kernel: Kernel, part: Part, event: { type: string; [detail: string]: unknown }): number {
  const own = monitorNamed(kernel.world, part.owner)
  const oldest = kernel.now - 3 * kernel.world.settings.monitor.probeEveryUs
  const others = own.said.filter((said, from) => {
    if (event.type === 'HEARD' && event['from'] === from) return event['down'] === true
    return said?.down === true && said.at > oldest
  })
  return others.length + 1
}

/** The newest epoch that a monitor's own manager knows or has handed out. */
export const knownBy = (kernel: Kernel, part: Part): number =>
  promisedBy(kernel, monitorNamed(kernel.world, part.owner))

/** Has it voted lately, so that somebody may be about to depose the master? Then it keeps no lease alive. */
export function hasVotedLately(kernel: Kernel, own: Monitor): boolean {
  const voter = kernel.part(`${own.id}/voter`)
  if (voter === undefined) return false
  const { votedAt, epoch } = voter.context as { votedAt: number; epoch: number }
  const { epoch: begun } = managerOf(kernel, own).context as { epoch: number }
  const { leaseUs, electionRetryUs } = kernel.world.settings.monitor
  return votedAt >= 0 && epoch > begun && kernel.now < votedAt + electionRetryUs + leaseUs
}
