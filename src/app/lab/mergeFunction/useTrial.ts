/**
 * Tries what is written, a little after the last key and beside everything else: the interpreter is fetched once, on the
 * first opening. A function that takes all its steps is tried for up to a second in all; the next key ends that.
 */
import { useEffect, useState } from 'react'
import { fetchSandboxes, type MergeVersion, type OpenSandbox } from '../../../worker/index.ts'
import { inTurns } from './inTurns.ts'
import { type Tried, tryOut } from './tryOut.ts'

/** Wall milliseconds after the last change. */
const REST_MS = 300

/** Fetched once for the page; what failed (no network) is tried again at the next opening. */
let fetched: Promise<OpenSandbox> | null = null

function fetchOnce(): Promise<OpenSandbox> {
  fetched ??= fetchSandboxes().catch((error: unknown) => {
    fetched = null
    throw error
  })
  return fetched
}

export type Trial =
  | { state: 'fetching' | 'looking' | 'missing'; tried: Tried | null }
  /** About what is written now. */
  | { state: 'tried'; tried: Tried }

/** `examples` must stay the same object as long as they are the same. */
export function useTrial(source: string, examples: readonly MergeVersion[]): Trial {
  const [open, setOpen] = useState<OpenSandbox | 'missing' | null>(null)
  const [last, setLast] = useState<{ tried: Tried; examples: readonly MergeVersion[] } | null>(null)
  useEffect(() => {
    let wanted = true
    fetchOnce().then(
      (sandbox) => wanted && setOpen(() => sandbox),
      () => wanted && setOpen('missing'),
    )
    return () => {
      wanted = false
    }
  }, [])
  useEffect(() => {
    if (open === null || open === 'missing') return
    let stop = () => {}
    const timer = setTimeout(() => {
      stop = inTurns(tryOut(open, source, examples), (tried) => setLast({ tried, examples }))
    }, REST_MS)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [open, source, examples])
  const tried = last?.tried ?? null
  if (open === null) return { state: 'fetching', tried }
  if (open === 'missing') return { state: 'missing', tried }
  if (tried?.source === source && last?.examples === examples) return { state: 'tried', tried }
  return { state: 'looking', tried }
}
