/**
 * What can be wrong about an answer (DOMAIN 2.6), written down one by one: it is stale, the client's own write is
 * missing, or time went back for the client. The cause is what the node lacked, so that "why?" leads there. The worst
 * of an answer is news the first time that it happens to a client; anything after that happens again and again.
 */
import type { FactArgs, FactKind } from '../../fact.ts'
import { type Judgement, versionNumber } from '../../measures/versions.ts'
import type { Client } from '../../world/index.ts'
import type { Kernel } from '../kernel.ts'

interface Answered extends Judgement {
  entry: number
  upTo: number
  epoch: number
  lack: number
}

export function tellAnomalies(kernel: Kernel, client: Client, answer: Answered): void {
  const { world, cause } = kernel
  const asked = client.asked!
  const { stale, ownMissing, wentBack, entry, upTo, epoch, lack } = answer
  if (!stale && !ownMissing && !wentBack) return
  const shown = entry === 0 ? {} : { value: world.entries.valueOf(entry), write: world.entries.writeOf(entry) }
  const base: FactArgs = { peer: world.nodes[asked.node]!.id, key: world.entries.rowName(asked.key), ...shown, epoch }
  const lacked = (version: number): FactArgs => ({
    ...base,
    from: versionNumber(world, entry),
    to: versionNumber(world, version),
    list: [world.entries.writeOf(version)],
  })
  // The last one is the worst.
  const told: [FactKind, FactArgs][] = []
  if (stale) told.push(['stale-read', { ...lacked(asked.newest), us: asked.at - asked.newestAt }])
  if (wentBack) {
    const [from, to] = [upTo, asked.seen].map((each) => versionNumber(world, each)) as [number, number]
    told.push(['read-went-back', { ...base, from, to }])
  }
  if (ownMissing) told.push(['own-write-missing', lacked(asked.own)])
  const milestones = world.facts.milestones()
  for (const [at, [kind, args]] of told.entries()) {
    const old = at < told.length - 1 || milestones.some((fact) => fact.kind === kind && fact.at === client.id)
    kernel.fact(client.id, kind, args, lack || cause, true, old)
  }
}
