/** From a step into the lab, with everything as it stands, and back to exactly that. */

import type { Moment } from '../../lessons/index.ts'
import { linkHash, writeFile } from '../../run/index.ts'
import type { Live } from '../live/live.ts'
import { page } from '../page/page.ts'
import { settleAt } from '../route/settle.ts'
import { KEPT_HASH, keepRun } from '../share/keptRun.ts'
import { useLesson } from './lesson.ts'

let forked: { id: string; moment: Moment } | null = null

export function forkToLab(live: Live): void {
  const { playing } = useLesson.getState()
  const now = live.latest?.transport
  if (!playing || !now) return
  live.do({ do: 'pause' })
  const { id } = playing.lesson
  forked = { id, moment: { run: now.run, t: now.time } }
  page.set({ left: { id, step: playing.at + 1 }, lesson: null, open: null, notices: [] })
  const link = linkHash(now.run, now.time)
  settleAt('hash' in link ? link.hash : keepRun(writeFile(now.run)) ? KEPT_HASH : '#/lab')
}

/** Where one left this walkthrough for the lab; told once. */
export function forkedFrom(id: string): Moment | null {
  const moment = forked?.id === id ? forked.moment : null
  forked = null
  return moment
}
