/** In the presenter's window: how the presentation stands, and how to ask for something. */
import { useEffect, useRef, useState } from 'react'
import { type Asked, type Channel, openChannel, type Report } from './channel.ts'

interface Watched {
  /** Null: nothing was heard yet. */
  report: Report | null
  /** Was it closed? */
  gone: boolean
  /** Can windows talk to each other here? */
  silent: boolean
  ask(action: Asked): void
}

export function useWatched(lesson: string): Watched {
  const channel = useRef<Channel | null>(null)
  const [report, setReport] = useState<Report | null>(null)
  const [gone, setGone] = useState(false)
  const [silent, setSilent] = useState(false)
  useEffect(() => {
    setReport(null)
    channel.current = openChannel(lesson, (message) => {
      if (message.is === 'gone') setGone(true)
      if (message.is !== 'report') return
      setReport(message.report)
      setGone(false)
    })
    setSilent(channel.current === null)
    channel.current?.send({ is: 'hello' })
    return () => channel.current?.close()
  }, [lesson])
  return { report, gone, silent, ask: (action) => channel.current?.send({ is: 'ask', action }) }
}
