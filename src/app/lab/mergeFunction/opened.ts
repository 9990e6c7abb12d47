/**
 * Whether the editor of the merge function is open, and what was written in it without being used: closing it loses
 * nothing. The run stands still while somebody writes, and goes on afterwards if it was playing.
 */
import { create } from 'zustand'
import type { Live } from '../../live/live.ts'

interface Opened {
  open: boolean
  /** '' = nothing. */
  draft: string
}

export const useMergeFunction = create<Opened>(() => ({ open: false, draft: '' }))

let wasPlaying = false

export function openMergeFunction(live: Live): void {
  if (useMergeFunction.getState().open) return
  wasPlaying = live.latest?.transport.playing ?? false
  if (wasPlaying) live.do({ do: 'pause' })
  useMergeFunction.setState({ open: true })
}

/** `draft`: what is written there and is not the run's. */
export function closeMergeFunction(live: Live, draft: string): void {
  useMergeFunction.setState({ open: false, draft })
  if (wasPlaying) live.do({ do: 'play' })
  wasPlaying = false
}
