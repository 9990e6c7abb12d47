/**
 * Requests on their way to the Worker. One is under way at a time: whatever comes meanwhile waits, and of several
 * clock ticks or several seeks in a row only the last one is sent. So a Worker that is slower than the screen
 * shows fewer pictures instead of falling behind, and scrubbing follows the pointer.
 */
import type { Request } from './messages.ts'

type Unnumbered = Request extends infer R ? (R extends Request ? Omit<R, 'n'> : never) : never

export class Outbox {
  private readonly send: (request: Request) => void
  private readonly waiting: Request[] = []
  /** Number of the one under way; 0 = none. */
  underWay = 0
  private open = false
  private count = 0

  constructor(send: (request: Request) => void) {
    this.send = send
  }

  /** Returns its number. */
  put(request: Unnumbered): number {
    const numbered = { ...request, n: ++this.count } as Request
    const last = this.waiting[this.waiting.length - 1]
    if (last !== undefined && replaces(numbered, last)) this.waiting.pop()
    this.waiting.push(numbered)
    this.pump()
    return numbered.n
  }

  /** The other side listens. */
  start(): void {
    this.open = true
    this.pump()
  }

  /** The reply to the one under way came. */
  replied(): void {
    this.underWay = 0
    this.pump()
  }

  /** What was never sent. */
  takeAll(): Request[] {
    return this.waiting.splice(0)
  }

  private pump(): void {
    if (!this.open || this.underWay !== 0) return
    const next = this.waiting.shift()
    if (next === undefined) return
    this.underWay = next.n
    this.send(next)
  }
}

function replaces(request: Request, last: Request): boolean {
  if (request.is === 'tick') return last.is === 'tick'
  return request.is === 'do' && request.command.do === 'seek' && last.is === 'do' && last.command.do === 'seek'
}
