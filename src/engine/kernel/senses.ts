/**
 * What a machine can see when it hears something: the time, the cause, and the few figures of its own participant
 * that its decisions hang on. Logs and queues stay where they are; a machine gets numbers, never the world.
 */
import type { MachineEvent } from '../machines/compile/index.ts'
import { acknowledgedBy } from '../policies/acknowledge.ts'
import type { Node, Part } from '../world.ts'
import type { Kernel } from './kernel.ts'

interface Sensed extends MachineEvent {
  [detail: string]: unknown
}

/** Entries in one message at most. */
const CHUNK = 4096

export function sense(kernel: Kernel, part: Part, event: MachineEvent): MachineEvent {
  const sensed: Sensed = { ...event, now: kernel.now, cause: kernel.cause }
  const look = senses[part.machine]
  if (look !== undefined) look(kernel, part, sensed)
  return sensed
}

type Sense = (kernel: Kernel, part: Part, sensed: Sensed) => void

const nodeOf = (kernel: Kernel, part: Part): Node => kernel.world.nodes[part.place]!

const senses: Record<string, Sense> = {
  role(kernel, part, sensed) {
    sensed['own'] = nodeOf(kernel, part).epoch
  },

  binlog(kernel, part, sensed) {
    sensed['ready'] = nodeOf(kernel, part).nextFlush.length
  },

  session(kernel, part, sensed) {
    const node = nodeOf(kernel, part)
    if (sensed.type === 'WRITE') sensed['takes'] = takesWrites(node)
    if (sensed.type === 'PASSED') {
      const { commitUs } = kernel.world.settings.nodes[node.number]!
      sensed['commitUs'] = Math.max(commitUs, node.commitDue - kernel.now)
    }
  },

  commitGate(kernel, part, sensed) {
    const node = nodeOf(kernel, part)
    const acknowledged = node.acks.map((reached) => reached.position)
    if (sensed.type === 'ACK' || sensed.type === 'JOINED') {
      const slave = sensed['slave'] as number
      acknowledged[slave] = Math.max(acknowledged[slave]!, sensed['to'] as number)
    }
    const enough = acknowledgedBy(acknowledged, kernel.world.settings.nodes[node.number]!.waitFor)
    const oldest = node.waiting[0]
    sensed['enough'] = enough
    sensed['logEnd'] = node.log.end
    sensed['oldestFrom'] = oldest?.from ?? 0
    sensed['oldestTo'] = oldest?.to ?? 0
    sensed['nextSince'] = node.waiting.find(({ to }) => to > enough)?.since ?? -1
  },

  sender(kernel, part, sensed) {
    const { world } = kernel
    const node = nodeOf(kernel, part)
    const from = (part.context['next'] as number) - 1
    const end = node.log.end
    sensed['logEnd'] = end
    sensed['own'] = node.epoch
    sensed['chunkTo'] = end - from <= CHUNK ? end : node.log.wholeTransactions(from + CHUNK, world.entries)
    sensed['common'] = sensed.type === 'SUBSCRIBE' ? node.log.commonWith(world.nodes[part.peer]!.log) : 0
  },

  receiver(kernel, part, sensed) {
    const node = nodeOf(kernel, part)
    sensed['logEnd'] = node.log.end
    sensed['own'] = node.epoch
  },

  applier(kernel, part, sensed) {
    const node = nodeOf(kernel, part)
    const busy = part.program.matches(part.config, 'applying')
    const next = (busy && sensed.type !== 'STOP' ? (part.context['to'] as number) : node.applied.position) + 1
    const there = next <= node.log.end
    sensed['nextFrom'] = there ? next : 0
    sensed['nextTo'] = there ? node.log.transactionAt(next, kernel.world.entries).to : 0
  },

  stream(kernel, part, sensed) {
    const drawn = sensed.type.startsWith('xstate.after')
    sensed['gapUs'] = drawn ? gap(kernel, part) : kernel.world.settings.clients[part.place]!.gapUs
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
