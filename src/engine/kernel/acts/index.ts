/** Every intent of every machine, and what the kernel does about it. */
import type { Note, Tell } from '../../machines/intents.ts'
import type { Acts } from './act.ts'
import { client } from './client.ts'
import { gate } from './gate.ts'
import { monitor } from './monitor.ts'
import { process } from './process.ts'
import { reading, serving } from './reading.ts'
import { replication } from './replication.ts'
import { role } from './role.ts'
import { session } from './session.ts'

const any: Acts = {
  note: (kernel, part, { kind, args }: Note) => {
    kernel.fact(part.owner, kind, args)
  },
  tell: (kernel, part, { to, event }: Tell) => {
    const other = kernel.part(`${part.owner}/${to}`)
    if (other !== undefined) kernel.tell(other, event)
  },
}

const own: Record<string, Acts> = {
  process,
  role,
  session: { ...session, ...serving },
  binlog: session,
  commitGate: gate,
  sender: replication,
  receiver: replication,
  applier: replication,
  connection: client,
  closedLoop: client,
  stream: client,
  reader: reading,
  router: client,
  probe: monitor,
  failoverManager: monitor,
}

/** What a machine may say: its own intents, and those of any machine. */
export const actsOf = (machine: string): Acts => ({ ...any, ...own[machine] })
