/** The Worker's end of the border: carries out requests in the order in which they come, and replies to each. */
import type { Command, Playback, Update } from '../playback/index.ts'
import { failure } from './failure.ts'
import { packer, type Reply, type Request } from './messages.ts'

/** The part of a Worker's global scope, or of a MessagePort, that is needed. */
export interface Port {
  postMessage(message: Reply): void
  onmessage: ((event: MessageEvent<Request>) => void) | null
}

type Missing = (command: Command) => Promise<void> | null

/** `missing`: what must be fetched before a command is carried out. The page sends nothing more before the reply. */
export function serve(port: Port, playback: Playback, missing: Missing = () => null): void {
  const pack = packer()
  let sent: Update | null = null

  port.onmessage = ({ data: request }) => {
    const fetched = request.is === 'do' ? missing(request.command) : null
    if (fetched === null) answer(request)
    else
      fetched.then(
        () => answer(request),
        (error: unknown) => port.postMessage({ is: 'done', n: request.n, problem: failure(error) }),
      )
  }

  const answer = (request: Request) => {
    const reply: Extract<Reply, { is: 'done' }> = { is: 'done', n: request.n }
    try {
      if (request.is === 'ask') reply.answer = playback.ask(request.question)
      else if (request.is === 'tick') playback.tick(request.nowMs)
      else {
        const problem = playback.do(request.command)
        if (problem !== null) reply.problem = problem
      }
      const update = playback.update()
      if (update !== null && update !== sent) {
        reply.update = pack(update)
        sent = update
      }
    } catch (error) {
      if (request.is === 'ask') reply.failed = error instanceof Error ? error.message : String(error)
      else reply.problem = failure(error)
    }
    port.postMessage(reply)
  }
  port.postMessage({ is: 'ready' })
}
