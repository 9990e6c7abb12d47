/** What is on the way, as a list with one tab stop: arrows walk, a press selects the message for the inspector. */
import { type KeyboardEvent, useRef, useState } from 'react'
import type { Frame } from '../../../engine/index.ts'
import { messageTwin, panels } from '../../../words/index.ts'
import { page, usePage } from '../../page/page.ts'
import { setFocus } from './setFocus.ts'

/** More than this nobody walks through; the rest is counted. */
const MOST = 40

export function UnderWay({ frame }: { frame: Frame }) {
  const selection = usePage((p) => p.selection)
  const list = useRef<HTMLUListElement>(null)
  const [walked, setWalked] = useState('')
  const chosen = selection?.kind === 'message' ? selection.id : walked
  const messages = frame.messages.slice(0, MOST)
  const stop = messages.some(({ id }) => `${id}` === chosen) ? chosen : `${messages[0]?.id}`
  const onKeyDown = (event: KeyboardEvent) => {
    const at = messages.findIndex(({ id }) => `${id}` === stop)
    const to = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: messages.length - 1,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = messages[(to + messages.length) % messages.length]
    if (!next) return
    setWalked(`${next.id}`)
    list.current?.querySelector<HTMLElement>(`[data-message="${next.id}"]`)?.focus()
  }
  return (
    <>
      <h3>{panels.underWay}</h3>
      {messages.length === 0 && <p>{panels.nothingUnderWay}</p>}
      <ul ref={list} data-messages="" data-own-arrows="" aria-label={panels.underWay} onKeyDown={onKeyDown}>
        {messages.map((message) => {
          const one = { kind: 'message' as const, id: `${message.id}` }
          return (
            <li key={message.id}>
              <button
                type="button"
                tabIndex={one.id === stop ? 0 : -1}
                aria-pressed={selection?.kind === 'message' && selection.id === one.id}
                data-message={message.id}
                onFocus={() => setFocus(one)}
                onBlur={() => setFocus(null)}
                onClick={() => page.select(one)}
              >
                {message.from}: {messageTwin(message, frame.time)}
              </button>
            </li>
          )
        })}
      </ul>
      {frame.messages.length > MOST && <p>{panels.andMore(frame.messages.length - MOST)}</p>}
    </>
  )
}
