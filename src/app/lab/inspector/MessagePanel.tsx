/**
 * One message: what it is, its way in numbers, and what sent it. What it will cause is not foretold: whoever wants
 * to know plays on.
 */
import { useEffect, useState } from 'react'
import type { Fact, MessageFrame } from '../../../engine/index.ts'
import { inspecting, messageRows, messageSentence, messageTitle } from '../../../words/index.ts'
import { WhyChain } from '../../later/why.ts'
import { useLive, useSlice } from '../../live/useLive.ts'
import { page } from '../../page/page.ts'

/** The message that was looked at last, so that it can still be told of when it has left the stage. */
let seen: MessageFrame | null = null

export function MessagePanel({ id }: { id: string }) {
  const live = useLive()
  const frame = useSlice(({ frame }) => frame)
  const now = frame?.messages.find((one) => `${one.id}` === id)
  if (now) seen = now
  const message = now ?? (seen && `${seen.id}` === id ? seen : null)
  const chain = useCause(message?.cause ?? 0)
  if (!frame || !message) return <p className="muted">{inspecting.arrived}</p>
  const link = { kind: 'link' as const, id: message.link }
  const sent = message.path[0]?.[0] ?? 0
  return (
    <>
      <div className="ih">
        <h3 className="name">{messageTitle(message)}</h3>
      </div>
      <p className="mb-3">{messageSentence(message)}</p>
      {now ? (
        <dl className="counts" data-message-path="">
          {messageRows(message, frame).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="mb-3">
          {inspecting.arrived}{' '}
          <button type="button" className="link" onClick={() => live.do({ do: 'seek', t: sent })}>
            {inspecting.backToSent}
          </button>
        </p>
      )}
      <h3 className="sub">{inspecting.sentBy}</h3>
      <div className="mb-3">{message.cause === 0 ? <p>{inspecting.sentByItself}</p> : <WhyChain chain={chain} />}</div>
      <p className="muted mb-3 text-[12px]">{inspecting.notYet}</p>
      <div className="acts-row">
        <button type="button" className="mini" onClick={() => page.select(link)}>
          {inspecting.itsLink}
        </button>
      </div>
    </>
  )
}

/** The causes of the fact that sent it; null while they are looked for. */
function useCause(cause: number): Fact[] | null {
  const live = useLive()
  const [found, setFound] = useState<Fact[] | null>(null)
  useEffect(() => {
    if (cause === 0) return
    let wanted = true
    setFound(null)
    live.lab.ask({ ask: 'why', fact: cause }).then(
      (answer) => wanted && setFound(answer),
      () => {},
    )
    return () => {
      wanted = false
    }
  }, [live, cause])
  return found
}
