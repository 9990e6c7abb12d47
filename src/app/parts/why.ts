/**
 * The chain of causes that is unfolded now: at most one on the page. It outlives the badge that was asked about,
 * because going back to a cause means going to a moment at which the badge is not there yet.
 */
import { create } from 'zustand'
import type { Fact, FactKind } from '../../engine/index.ts'
import type { Live } from '../live/live.ts'

/** What is asked: the newest fact of these kinds (at this participant, about that one), or exactly this fact. */
export interface WhyAsked {
  kinds?: readonly FactKind[]
  at?: string
  peer?: string
  fact?: number
}

interface Unfolded {
  /** What is asked about, for who hears only "Why?". */
  about: string
  /** Null while the answer is on its way. */
  chain: readonly Fact[] | null
}

interface WhyState {
  open: Unfolded | null
  /** Buttons on the page that would show the chain themselves. */
  homes: Readonly<Record<string, number>>
}

export const useWhy = create<WhyState>(() => ({ open: null, homes: {} }))

export const fold = (): void => useWhy.setState({ open: null })

/** Counts the asker in as long as it is on the page. */
export function claim(about: string): () => void {
  const by = (step: number) =>
    useWhy.setState(({ homes }) => ({ homes: { ...homes, [about]: (homes[about] ?? 0) + step } }))
  by(1)
  return () => by(-1)
}

/** Everybody on the unfolded chain, for a mark on the stage. */
export function touched(): readonly string[] {
  const chain = useWhy.getState().open?.chain ?? []
  return [...new Set(chain.flatMap(({ at }) => (at === 'run' ? [] : [at])))]
}

let turn = 0

export async function unfold(live: Live, about: string, { kinds = [], at, peer, fact }: WhyAsked): Promise<void> {
  const frame = live.latest?.frame
  if (!frame) return
  turn += 1
  const mine = turn
  useWhy.setState({ open: { about, chain: null } })
  const whose = { ...(at !== undefined && { at }), ...(peer !== undefined && { peer }) }
  const chain = await live.lab.ask(
    fact !== undefined ? { ask: 'why', fact } : { ask: 'why', kinds, t: frame.time, ...whose },
  )
  if (mine === turn && useWhy.getState().open?.about === about) useWhy.setState({ open: { about, chain } })
}
