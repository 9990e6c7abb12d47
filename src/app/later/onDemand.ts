/**
 * Parts of the page that the first picture does not need. Each is fetched when it is first wanted; all of them
 * are fetched ahead once the page is at rest, or at the first sign of a hand, so that nobody waits for a click.
 */
import { labels } from '../../words/index.ts'
import { fetchDone } from '../actions/done.ts'
import { notify } from '../page/page.ts'

export interface OnDemand<M> {
  (): Promise<M>
  /** The part itself once it has arrived. */
  readonly here: M | null
}

const known: (() => Promise<unknown>)[] = []
let ahead = false

/**
 * `load` is an `import()`. What failed (no network) is tried again the next time, and said. `ahead`: false for what most
 * readers never open and is too large to be fetched for nothing.
 */
export function onDemand<M>(load: () => Promise<M>, { ahead: soon = true } = {}): OnDemand<M> {
  let here: M | null = null
  let coming: Promise<M> | null = null
  const part = () => {
    // Any part may have a button for what is done to the run.
    coming ??= Promise.all([load(), fetchDone()]).then(
      ([module]) => {
        here = module
        return module
      },
      (error: unknown) => {
        coming = null
        notify(labels.partMissing, { brief: true })
        throw error
      },
    )
    return coming
  }
  if (soon) known.push(part)
  if (soon && ahead) quietly(part)
  return Object.defineProperty(part, 'here', { get: () => here }) as OnDemand<M>
}

const quietly = (part: () => Promise<unknown>) => void part().catch(() => {})

/** Wall milliseconds after which a page that nobody touches fetches the rest. */
const REST_MS = 2000
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'dragover'] as const

/** Call once, when the page has shown its first picture: a rest, or a hand, before that is none. */
export function fetchAhead(): void {
  const start = () => {
    clearTimeout(timer)
    for (const sign of SIGNS) removeEventListener(sign, start, true)
    if (ahead) return
    ahead = true
    for (const part of known) quietly(part)
  }
  const timer = setTimeout(start, REST_MS)
  for (const sign of SIGNS) addEventListener(sign, start, true)
}
