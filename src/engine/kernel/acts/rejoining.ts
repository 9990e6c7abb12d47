/** What it takes a former master, or a slave that has diverged, to follow the newest master again. */
import { newestEpoch } from '../../measures/history.ts'
import { belongs } from '../../measures/members.ts'
import { partOf } from '../../measures/parts.ts'
import type { Node } from '../../world/index.ts'
import { mayCopy } from '../copying.ts'
import type { Kernel } from '../kernel.ts'
import { startOver } from '../rebuild.ts'
import { takeBack } from '../rejoin.ts'
import { type Acts, nodeOf } from './act.ts'
import { reviewGates } from './gate.ts'
import { attachReceiver, dropReceiver, setEpoch, startReceiver } from './role.ts'
import { followAs } from './writing.ts'

interface To {
  upstream: number
  epoch: number
}

export const rejoining: Acts = {
  rejoin(kernel, part, { upstream, epoch }: To) {
    const node = nodeOf(kernel, part)
    const to = present(kernel, upstream)
    kernel.fact(node.id, 'rejoin-asked', { peer: nameOf(kernel, to) })
    comeBack(kernel, node, to, epoch)
  },

  beginRewind(kernel, part, { upstream, us }: { upstream: number; us: number }) {
    const node = nodeOf(kernel, part)
    if (node.upstream >= 0) dropReceiver(kernel, node)
    kernel.deliver(partOf(node, 'applier')!, { type: 'RETIRE' }, kernel.cause)
    const range = beyondFork(kernel, node)
    const { id } = kernel.fact(node.id, 'rewind-started', {
      peer: nameOf(kernel, present(kernel, upstream)),
      ...range,
      us,
    })
    const { from, to } = range
    node.rewind = { from, to, startedAt: kernel.now, endsAt: kernel.now + us, fact: id }
  },

  /** Asked for again and again it says so once. */
  failRewind(kernel, part, { upstream, epoch }: To) {
    const node = nodeOf(kernel, part)
    const told = kernel.world.facts.milestones()
    if (told.some(({ kind, at, args }) => kind === 'rewind-failed' && at === node.id && args.epoch === epoch)) return
    const peer = nameOf(kernel, present(kernel, upstream))
    kernel.fact(node.id, 'rewind-failed', { peer, ...beyondFork(kernel, node), reason: 'purged', epoch })
  },

  finishRewind(kernel, part) {
    const node = nodeOf(kernel, part)
    const { from, to, fact } = node.rewind!
    node.rewind = null
    takeBack(kernel, node, from - 1)
    kernel.fact(node.id, 'rewound', { from, to, count: to - from + 1 }, fact)
    const { master, epoch } = newestEpoch(kernel.world)
    if (node.upstream < 0) comeBack(kernel, node, master, epoch)
    else goOn(kernel, node, master, epoch)
  },

  breakRewind(kernel, part) {
    nodeOf(kernel, part).rewind = null
  },

  startOver(kernel, part, { upstream, epoch }: To) {
    const node = nodeOf(kernel, part)
    const donor = kernel.world.nodes[present(kernel, upstream)]!
    kernel.fact(node.id, 'rebuild-asked', { peer: donor.id })
    node.returns = true
    if (mayCopy(kernel, node, donor)) startOver(kernel, node, donor)
    // The donor has gone while the word was under way: it is refused, and somebody may try again.
    else comeBack(kernel, node, donor.number, epoch)
  },
}

/** A former master follows, whatever it has. */
function comeBack(kernel: Kernel, node: Node, upstream: number, epoch: number): void {
  node.returns = true
  followAs(kernel, node, upstream, epoch)
  reviewGates(kernel)
}

/** A slave was rewound. */
function goOn(kernel: Kernel, node: Node, upstream: number, epoch: number): void {
  setEpoch(kernel, node, epoch)
  node.upstream = upstream
  kernel.fact(node.id, 'repointed', { peer: nameOf(kernel, upstream) })
  kernel.tell(partOf(node, 'applier')!, { type: 'START' })
  attachReceiver(kernel, node)
  startReceiver(kernel, node, 'repointed')
  reviewGates(kernel)
}

/** What lies beyond the last entry in common with the newest master. */
function beyondFork({ world }: Kernel, { log }: Node): { from: number; to: number; count: number } {
  const from = log.commonWith(world.nodes[newestEpoch(world).master]!.log) + 1
  return { from, to: log.end, count: log.end - from + 1 }
}

/** Whoever was named may have been taken out of service while the word was under way. */
const present = ({ world }: Kernel, number: number): number =>
  belongs(world.nodes[number]!) ? number : newestEpoch(world).master

const nameOf = ({ world }: Kernel, number: number): string => world.nodes[number]!.id
