import type { Fact, FactKind } from '../fact.ts'
import { acknowledging, neededBy } from '../measures/gate.ts'
import { stateOf } from '../measures/parts.ts'
import type { Node, World } from '../world/index.ts'
import { Checker, nodeAt } from './checker.ts'

/**
 * I9: no client hears OK before the mode's condition holds. Always: its entries are flushed and committed on the
 * master that answered. While that master's gate waits (semi-sync that has not fallen back, quorum, all): as many
 * slaves as the mode asks for had acknowledged them, before the commit if the wait point is AFTER_SYNC, before the OK
 * in any case. Judged is by the rule that holds. So what has passed the gate under an older rule (a mode, a number, a
 * topology, a gate that was open) is excused; what was still waiting when the rule changed is not. An OK that was on its
 * way while its master's entries were taken back again was right when it was given.
 */
export class OkCondition extends Checker {
  readonly name = 'I9'
  readonly kind = 'invariant'
  readonly kinds: FactKind[] = [
    'entries-committed',
    'write-ok',
    'gate-timed-out',
    'gate-recovered',
    'setting-changed',
    'slave-added',
    'slave-removed',
    'copy-started',
    'repoint-asked',
    'repointed',
    'fenced',
    // Its gate is closed, and another time opened.
    'made-read-only',
    'promoted',
  ]

  /** Remembers, per node: up to where OKs are excused, up to where commits are, and the last position it ever committed. */
  see(fact: Fact, world: World): void {
    if (fact.kind === 'write-ok') this.seeOk(fact, world)
    else if (fact.kind === 'entries-committed') this.seeCommit(fact, nodeAt(world, fact)!, world)
    else if (fact.kind !== 'setting-changed' || fact.args.path?.startsWith('replication.'))
      for (const node of world.nodes) this.excuse(node, fact)
  }

  /** What has passed so far; of what waits, only what hangs on the wait point, which each has chosen before. */
  private excuse(node: Node, fact: Fact): void {
    const passed = (node.waiting[0]?.from ?? node.log.end + 1) - 1
    this.raise(node.number * 3, passed)
    this.raise(node.number * 3 + 1, fact.args.path === 'replication.waitPoint' ? node.log.end : passed)
  }

  private raise(at: number, to: number): void {
    this.remember(at, Math.max(this.recall(at), to))
  }

  private seeOk(fact: Fact, world: World): void {
    const { peer, to = 0, write } = fact.args
    const master = world.nodes.find(({ id }) => id === peer)
    const at = master?.applied.at(to) ?? null
    if (at === null && master && to <= this.recall(master.number * 3 + 2)) return
    if (at === null || at > fact.t)
      this.broken(fact, `The client of w${write} heard OK from ${peer}, which had not committed position ${to}.`)
    else if (to > this.recall(master!.number * 3)) this.judge(fact, master!, world, `let w${write} hear OK`)
  }

  private seeCommit(fact: Fact, node: Node, world: World): void {
    const { to = 0 } = fact.args
    const { commitsFirst } = world.settings.nodes[node.number]!
    this.raise(node.number * 3 + 2, to)
    if (!commitsFirst && to > this.recall(node.number * 3 + 1))
      this.judge(fact, node, world, `committed position ${to}`)
  }

  private judge(fact: Fact, node: Node, world: World, did: string): void {
    const needed = neededBy(world, node)
    const acks = acknowledging(world, node, fact.args.to ?? 0)
    if (acks >= needed) return
    if (stateOf(node, 'commitGate', ['on', 'patient', 'blocked']) !== undefined)
      this.broken(fact, `${node.id} ${did} with ${acks} of ${needed} acknowledgements.`)
  }
}
