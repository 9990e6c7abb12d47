/**
 * The page's one voice for screen readers: polite, one sentence at a time. While stepping, what just happened;
 * while playing, milestones only and at most one sentence in two seconds, the newest winning over a backlog.
 */
import { useEffect, useRef } from 'react'
import { labels, milestone, seconds } from '../../words/index.ts'
import type { Update } from '../../worker/index.ts'
import { useLive } from '../live/useLive.ts'

const EVERY_MS = 2000

export function Announcer() {
  const live = useLive()
  const box = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    let said = ''
    let saidAt = Number.NEGATIVE_INFINITY
    let timer = 0
    let before: Update | null = null
    const say = () => {
      timer = 0
      const sentence = before && sentenceOf(before)
      if (!sentence || sentence === said || !box.current) return
      said = sentence
      saidAt = performance.now()
      box.current.textContent = sentence
    }
    const stop = live.onPanels(() => {
      const update = live.panels()
      if (!update || update.transport.event === before?.transport.event) {
        if (!update || update.transport.playing === before?.transport.playing) return
      }
      const first = before === null
      before = update
      if (first) return // Loading a page says its title, not its run.
      const wait = saidAt + EVERY_MS - performance.now()
      clearTimeout(timer)
      if (!update.transport.playing || wait <= 0) say()
      else timer = window.setTimeout(say, wait)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [live])
  return <p ref={box} role="status" aria-live="polite" className="sr-only" />
}

function sentenceOf({ frame, transport }: Update): string {
  const newest = frame.recent[frame.recent.length - 1]
  if (transport.playing) return frame.milestone ? milestone(frame.milestone) : ''
  const what = newest ? milestone(newest) : frame.milestone ? milestone(frame.milestone) : ''
  return labels.at(seconds(frame.time), what)
}
