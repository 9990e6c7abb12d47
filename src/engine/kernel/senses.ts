/**
 * What a machine can see when it hears something: the time, the cause, and the few figures of its own participant
 * that its decisions hang on. Logs and queues stay where they are; a machine gets numbers, never the world.
 */
import type { MachineEvent } from '../machines/compile/index.ts'
import { acknowledgedBy } from '../policies/acknowledge.ts'
import type { Node, Part } from '../world.ts'
import type { Kernel } from './kernel.ts'

/** Details of events come under these names; each is there only where its event brings it. */
interface Details {
  readonly [detail: string]: number | string | boolean | undefined
}

/** Entries in one message at most. */
const CHUNK = 4096

/** What a machine hears: always an object of one shape per machine, because guards and actions read it most of all. */
export type Sense = (kernel: Kernel, part: Part, event: MachineEvent) => MachineEvent

export const senseOf = (machine: string): Sense => (senses[machine] as Sense | undefined) ?? nothingBesides

const nothingBesides: Sense = ({ now, cause }, _part, event) => ({ ...event, now, cause }) as MachineEvent

const nodeOf = (kernel: Kernel, part: Part): Node => kernel.world.nodes[part.place]!

const senses: Record<string, (kernel: Kernel, part: Part, event: MachineEvent & Details) => MachineEvent> = {
  role({ now, cause, world }, part, event) {
    return { ...event, now, cause, own: world.nodes[part.place]!.epoch } as MachineEvent
  },

  binlog(kernel, part, { type }) {
    return { type, now: kernel.now, cause: kernel.cause, ready: nodeOf(kernel, part).nextFlush.length } as MachineEvent
  },

  session(kernel, part, { type, write, from, to }) {
    const { now, cause } = kernel
    const node = nodeOf(kernel, part)
    const takes = type === 'WRITE' ? takesWrites(node) : ''
    let commitUs = 0
    if (type === 'PASSED') commitUs = Math.max(kernel.world.settings.nodes[node.number]!.commitUs, node.commitDue - now)
    return { type, now, cause, write, from, to, takes, commitUs } as MachineEvent
  },

  commitGate(kernel, part, { type, from, to, slave, means }) {
    const { now, cause } = kernel
    const node = nodeOf(kernel, part)
    const acknowledged = node.acks.map((reached) => reached.position)
    if (type === 'ACK' || type === 'JOINED')
      acknowledged[slave as number] = Math.max(acknowledged[slave as number]!, to as number)
    const enough = acknowledgedBy(acknowledged, kernel.world.settings.nodes[node.number]!.waitFor)
    const oldest = node.waiting[0]
    return {
      type,
      now,
      cause,
      from,
      to,
      slave,
      means,
      enough,
      logEnd: node.log.end,
      oldestFrom: oldest?.from ?? 0,
      oldestTo: oldest?.to ?? 0,
      nextSince: node.waiting.find((waiting) => waiting.to > enough)?.since ?? -1,
    } as MachineEvent
  },

  sender(kernel, part, { type, end, applied, epoch }) {
    const { now, cause, world } = kernel
    const node = nodeOf(kernel, part)
    const from = (part.context['next'] as number) - 1
    const logEnd = node.log.end
    return {
      type,
      now,
      cause,
      end,
      applied,
      epoch,
      logEnd,
      own: node.epoch,
      chunkTo: logEnd - from <= CHUNK ? logEnd : node.log.wholeTransactions(from + CHUNK, world.entries),
      common: type === 'SUBSCRIBE' ? node.log.commonWith(world.nodes[part.peer]!.log) : 0,
    } as MachineEvent
  },

  receiver(kernel, part, { type, reason, from, to, term }) {
    const { now, cause } = kernel
    const node = nodeOf(kernel, part)
    return { type, now, cause, reason, from, to, term, logEnd: node.log.end, own: node.epoch } as MachineEvent
  },

  applier(kernel, part, { type }) {
    const { now, cause } = kernel
    const node = nodeOf(kernel, part)
    const busy = part.program.matches(part.config, 'applying')
    const next = (busy && type !== 'STOP' ? (part.context['to'] as number) : node.applied.position) + 1
    const there = next <= node.log.end
    const nextTo = there ? node.log.transactionAt(next, kernel.world.entries).to : 0
    return { type, now, cause, nextFrom: there ? next : 0, nextTo } as MachineEvent
  },

  connection({ now, cause }, _part, { type, write, ok, reason, from, to, epoch }) {
    return { type, now, cause, write, ok, reason, from, to, epoch } as MachineEvent
  },

  stream(kernel, part, { type }) {
    const { now, cause } = kernel
    const drawn = type.startsWith('xstate.after')
    const gapUs = drawn ? gap(kernel, part) : kernel.world.settings.clients[part.place]!.gapUs
    return { type, now, cause, gapUs } as MachineEvent
  },
}

/** May a write start here, and if not, why? */
function takesWrites(node: Node): string {
  const role = node.parts[1]!
  if (role.program.matches(role.config, 'master')) return 'yes'
  return role.program.matches(role.config, 'fenced') ? 'fenced' : 'not-master'
}

/** The pause before a client's next write; 0 for one that writes only when told to. */
export function gap(kernel: Kernel, part: Part): number {
  const { id, gapUs, exponential } = kernel.world.settings.clients[part.place]!
  if (!exponential || gapUs === 0) return gapUs
  return Math.max(1, kernel.world.chance.exponential(`client:${id}:gap`, gapUs))
}
