/** Tells the presenter's window how things stand, whenever that changes, and does what it asks for. */
import { useEffect } from 'react'
import { actionOf, deskOf, isUsable, perform } from '../actions/index.ts'
import { useLesson } from '../learn/lesson.ts'
import type { Live } from '../live/live.ts'
import { useLive } from '../live/useLive.ts'
import { usePage } from '../page/page.ts'
import { touch } from '../page/touched.ts'
import { ASKED, openChannel, type Report } from './channel.ts'
import { handsAt, presenting, usePresenting } from './presenting.ts'

export function useReporting(): void {
  const live = useLive()
  const lesson = usePresenting((p) => p.lesson)
  useEffect(() => {
    if (lesson === null) return
    const channel = openChannel(lesson, (message) => {
      if (message.is === 'hello') report(true)
      else if (message.is === 'ask') {
        touch()
        perform(live, message.action)
      }
    })
    // Then nobody listens, and the window that would have said so itself.
    if (channel === null) return
    let last = ''
    const report = (again = false) => {
      const now = reportOf(live)
      const spelled = JSON.stringify(now)
      if (now === null || (spelled === last && !again)) return
      last = spelled
      channel.send({ is: 'report', report: now })
    }
    const gone = () => channel.send({ is: 'gone' })
    addEventListener('pagehide', gone)
    const stops = [
      useLesson.subscribe(() => report()),
      usePresenting.subscribe(() => report()),
      usePage.subscribe(() => report()),
      live.onPanels(() => report()),
    ]
    report()
    return () => {
      removeEventListener('pagehide', gone)
      for (const stop of stops) stop()
      gone()
      channel.close()
    }
  }, [live, lesson])
}

/** Null: there is nothing to see yet. */
function reportOf(live: Live): Report | null {
  const { playing } = useLesson.getState()
  const desk = deskOf(live)
  const step = playing?.lesson.steps[playing.at]
  if (!playing || !desk || !step) return null
  const { tied, black, locked, stops, since } = presenting.get()
  const isThere = actionsAreHere()
  return {
    ...{ at: playing.at, phase: playing.phase, told: playing.told, correct: playing.correct[step.id] ?? null },
    answer: playing.answers[step.id] ?? null,
    ...{ hands: handsAt(playing.lesson.id, step.id), tied, black, locked, stops, since },
    ...{ playing: desk.transport.playing, speed: desk.transport.speed },
    usable: isThere ? ASKED.filter((id) => isUsable(desk, id)) : [],
  }
}

/** Some come later than the first picture. */
function actionsAreHere(): boolean {
  try {
    return actionOf('reveal').id === 'reveal'
  } catch {
    return false
  }
}
