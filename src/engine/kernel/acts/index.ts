/** Every intent of every machine, and what the kernel does about it. */
import type { Note, Tell } from '../../machines/intents.ts'
import type { Acts } from './act.ts'
import { client } from './client.ts'
import { fencing } from './fencing.ts'
import { gate } from './gate.ts'
import { monitor } from './monitor.ts'
import { process } from './process.ts'
import { reading } from './reading.ts'
import { rejoining } from './rejoining.ts'
import { replication } from './replication.ts'
import { role } from './role.ts'
import { serving } from './serving.ts'
import { session } from './session.ts'
import { switchover } from './switchover.ts'
import { voting } from './voting.ts'
import { writing } from './writing.ts'

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
  role: { ...role, ...writing, ...rejoining },
  lease: writing,
  session: { ...session, ...serving },
  binlog: session,
  commitGate: gate,
  heartbeatRow: session,
  sender: replication,
  receiver: replication,
  applier: replication,
  connection: client,
  closedLoop: client,
  stream: client,
  reader: reading,
  readWrite: { ...client, ...reading },
  router: client,
  probe: monitor,
  voter: voting,
  failoverManager: { ...monitor, ...fencing, ...switchover },
}

/** What a machine may say: its own intents, and those of any machine. */
export const actsOf = (machine: string): Acts => ({ ...any, ...own[machine] })
