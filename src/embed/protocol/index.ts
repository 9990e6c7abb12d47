/**
 * The window's side of the conversation: a host that has said hello gets a port of its own, and everything is said there.
 * A new hello with a new nonce ends the old one.
 */
import type { Page } from '../page.ts'
import { carryOut, type Result } from './carryOut.ts'
import { greet, judge, type Session } from './session.ts'
import { tell } from './tell.ts'

let session: Session | null = null
let close = (): void => {}

/** What this version can do besides playing. */
const CAPS = ['seek', 'inject', 'write', 'set', 'load', 'snapshot', 'events', 'slides', 'theme', 'goto']

export function meet(page: Page, { data, origin, ports }: MessageEvent): void {
  const begun = greet(data, origin, page.address, session)
  const port = ports[0]
  if (begun === null || port === undefined) return
  close()
  session = begun
  let seq = 0
  const send = (type: string, message: Record<string, unknown>) => {
    seq += 1
    port.postMessage({ ...message, rlab: 1, id: page.address.id, seq, type })
  }
  let stop = (): void => {}
  // Also when another run is opened by the address.
  const follow = () => {
    if (session?.nonce !== begun.nonce) return
    stop()
    stop = page.figure ? tell(page.figure, begun, send) : () => {}
    if (page.problem) send('error', { code: 'run', msg: page.problem })
  }
  close = () => {
    stop()
    port.close()
  }
  const answer = (re: number | null, { error, ...result }: Result) =>
    re !== null && send('ack', { re, ok: error === undefined, ...(error === undefined ? result : { error }) })

  port.onmessage = (message) => {
    const verdict = judge(session!, message.data, page.address, performance.now())
    session = verdict.session
    const { command, error, re } = verdict
    if (command === null) {
      if (re === null) send('error', { code: error })
      else answer(re, { error: error! })
      return
    }
    void carryOut(page, command).then((result) => {
      answer(re, result)
      if (command.type === 'destroy') close()
    })
  }
  void ready(page).then((digest) => {
    send('ready', { version: '1', caps: CAPS, warnings: page.address.warnings, digest })
    page.on(follow)
    if (page.figure) page.address.agreed(page.figure)
  })
}

/** The digest of the first picture: all that the figure needs has been fetched then. */
async function ready({ figure }: Page): Promise<string> {
  if (!figure) return ''
  return figure.lab.ask({ ask: 'digest' }).catch(() => '')
}
