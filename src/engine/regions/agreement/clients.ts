/** What a client hears of its write when that does not go the usual way, through commit and gate. */
import { session as oneMaster } from '../../kernel/acts/session.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { send } from '../../kernel/network.ts'
import type { Part } from '../../world/index.ts'

/** `session`: a part's number; -1 = nobody waits. */
function ended(kernel: Kernel, session: number): Part | null {
  if (session < 0) return null
  const part = kernel.world.parts[session]!
  kernel.deliver(part, { type: 'DIED' }, kernel.cause)
  return part
}

/** It has not happened, and will not. */
export function tellRefused(kernel: Kernel, session: number, write: number, reason: string): void {
  const part = ended(kernel, session)
  if (part !== null) oneMaster['reject']!(kernel, part, { write, reason } as never)
}

/** Other regions completed it, so its entry is in another one's log. */
export const tellOk = (kernel: Kernel, session: number, write: number): void => answer(kernel, session, write, true, '')

/** Nobody knows what will become of it. */
export const tellDoubt = (kernel: Kernel, session: number, write: number): void =>
  answer(kernel, session, write, false, 'in-doubt')

function answer(kernel: Kernel, session: number, write: number, ok: boolean, reason: string): void {
  const part = ended(kernel, session)
  if (part === null || part.connection === 0) return
  const client = kernel.world.settings.clients[part.peer]!.id
  send(kernel, {
    kind: 'reply',
    from: part.owner,
    to: client,
    part: client,
    connection: part.connection,
    epoch: 1,
    write,
    word: ok ? 'ok' : 'error',
    event: { type: 'REPLY', write, ok, reason, from: 0, to: 0, epoch: 1 },
  })
}
