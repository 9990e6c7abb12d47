/** Clients of several masters: what their writes do to rows, and where they go when a master fails them. */
import type { Acts } from '../kernel/acts/act.ts'
import { client as oneMaster, pump, serverOf } from '../kernel/acts/client.ts'
import { drawKey } from '../kernel/acts/key.ts'
import { open } from '../kernel/connections.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { send } from '../kernel/network.ts'
import { members } from '../measures/members.ts'
import type { Client, Part, World } from '../world/index.ts'
import type { Given } from './multiMaster.ts'
import { mastersOf, rowName } from './naming.ts'
import { type Asked, OPERATIONS } from './written.ts'

const clientOf = (kernel: Kernel, part: Part): Client => kernel.world.clients[part.place]!

/** What only an operator's write by hand asks for is drawn otherwise. */
function drawWrite(kernel: Kernel, writer: Client, given: Given): Asked {
  const { world } = kernel
  const { chance, settings } = world
  const luck = `client:${writer.id}`
  const usual = settings.multiMaster!.clients[writer.number]!.operation
  // A global table generates no keys.
  const among = settings.regions === null ? OPERATIONS : OPERATIONS.filter((each) => each !== 'insert')
  const drawn = usual === 'mixed' ? among[chance.below(`${luck}:operation`, among.length)]! : usual
  const operation = given.operation ?? drawn
  // A row that is not there yet has no name.
  const key = operation === 'insert' ? -1 : (given.key ?? drawKey(kernel, writer))
  const most = operation === 'increment' ? 9 : 999
  // Drawn values of inserted rows are all different: the same one twice is somebody's experiment.
  const argument =
    given.argument ??
    (operation === 'insert' ? 1000 + world.writes.length + 1 : 1 + chance.below(`${luck}:value`, most))
  return { operation, argument, key }
}

export const writing: Acts = {
  issue(kernel, part) {
    const { world } = kernel
    const multi = mastersOf(world)
    const writer = clientOf(kernel, part)
    const [given = {}, ...others] = multi.given[writer.number]!
    multi.given = multi.given.map((list, number) => (number === writer.number ? others : list))
    const asked = drawWrite(kernel, writer, given)
    const write = world.writes.issue(writer.number, Math.max(0, asked.key), asked.argument, 1, kernel.now)
    multi.asked.set(write, asked)
    writer.issued.push(write)
    pump(kernel, writer)
  },

  sendWrite(kernel, part, { write }: { write: number }) {
    const { world } = kernel
    const writer = clientOf(kernel, part)
    const target = serverOf(kernel, part) ?? world.nodes[writer.target]!
    world.writes.sentTo.set(write - 1, target.number)
    world.writes.sentAt.set(write - 1, kernel.now)
    const asked = mastersOf(world).asked.get(write)!
    const key = asked.key < 0 ? 'n' : rowName(world, asked.key)
    const args = { peer: target.id, write, key, value: asked.argument, count: 1, path: asked.operation }
    kernel.fact(writer.id, 'write-sent', args, 0, false, true)
    const connection = part.connection > 0 ? part.connection : open(kernel, part, target.id)
    if (connection === 0) {
      kernel.tell(part, { type: 'FAILED' })
      return
    }
    const word = wordOf(asked, key)
    const event = { type: 'WRITE', write }
    send(kernel, { kind: 'write', from: writer.id, to: target.id, part: target.id, connection, write, word, event })
  },

  succeed(kernel, part, params: { write: number }) {
    const { world } = kernel
    const multi = mastersOf(world)
    oneMaster['succeed']!(kernel, part, params as never)
    const entry = world.writes.entry.get(params.write - 1)
    const { key, version } = multi.written.get(entry)!
    multi.own[part.place]!.set(key, entry)
    if (version !== null) multi.freshness.tell(key, version)
    multi.outcomes = { ...multi.outcomes, ok: multi.outcomes.ok + 1 }
    multi.ledger.told(world, params.write)
  },

  fail(kernel, part, params: { write: number; reason: string }) {
    if (params.reason === 'in-doubt') {
      // Its region cannot say what the others have promised.
      writing['lose']!(kernel, part, { ...params, reason: 'isolated' } as never)
      return
    }
    oneMaster['fail']!(kernel, part, params as never)
    noteFailure(kernel.world, params.write, 'error')
    // A refusal of what it asked for says nothing about the master.
    if (params.reason !== 'duplicate') moveOn(kernel, part, params.write)
  },

  lose(kernel, part, params: { write: number; reason: string }) {
    oneMaster['lose']!(kernel, part, params as never)
    noteFailure(kernel.world, params.write, 'unknown')
    moveOn(kernel, part, params.write)
  },
}

/** What the message says that it wants. */
export function wordOf({ operation, argument }: Asked, key: string): string {
  if (operation === 'increment') return `${key}+=${argument}`
  if (operation === 'add') return `${key}<${argument}`
  return operation === 'delete' ? `${key} deleted` : `${key}=${argument}`
}

function noteFailure(world: World, write: number, outcome: 'error' | 'unknown'): void {
  const multi = mastersOf(world)
  const { outcomes } = multi
  const isLogged = world.writes.entry.get(write - 1) > 0 && outcome === 'unknown'
  multi.outcomes = { ...outcomes, [outcome]: outcomes[outcome] + 1, ghost: outcomes.ghost + (isLogged ? 1 : 0) }
}

/** A write has come to the binlog whose client had given it up by then. */
export function noteLate(world: World): void {
  const multi = mastersOf(world)
  multi.outcomes = { ...multi.outcomes, ghost: multi.outcomes.ghost + 1 }
}

/** The master that was asked has failed it: the next one in order is as good. */
function moveOn(kernel: Kernel, part: Part, write: number): void {
  const { world } = kernel
  const writer = clientOf(kernel, part)
  // A client of a global table knows the address of one region.
  if (world.settings.regions !== null || writer.target !== world.writes.sentTo.get(write - 1)) return
  leaveMaster(kernel, writer)
}

export function leaveMaster(kernel: Kernel, writer: Client): void {
  const { world } = kernel
  const left = members(world)
  const next = left.find(({ number }) => number > writer.target) ?? left[0]!
  if (next.number === writer.target) return
  writer.target = next.number
  kernel.fact(writer.id, 'client-moved', { peer: next.id }, kernel.cause, true)
}
