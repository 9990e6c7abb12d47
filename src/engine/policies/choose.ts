/**
 * Whom to promote. Of the candidates that answered, the one with the most received entries loses the fewest writes;
 * ties go to the name that comes first. One that has diverged from the newest epoch is never taken by itself: with it
 * an older history would come back, and everything that the newest epoch promised would go. Somebody may name any of
 * them by hand, and lose more.
 */
export interface Candidate {
  node: number
  id: string
  /** End of its relay log; -1 = it did not answer. */
  received: number
  /** Holds entries that the newest epoch began without. */
  diverged: boolean
  /** Out of the running, as a fenced old master is. */
  excluded: boolean
}

type Verdict = 'most-received' | 'behind' | 'down' | 'by-hand' | 'tie-by-name' | 'not-asked' | 'diverged'

/** Of a candidate with one of these reasons nobody says that it was beaten. */
export const OUT_OF_THE_RUNNING: readonly string[] = ['down', 'not-asked', 'diverged'] satisfies Verdict[]

export interface Judgement {
  /** Node number; -1 = nobody. */
  chosen: number
  /** Is it for somebody to name one? By hand, and when everybody who answered has diverged. */
  undecided: boolean
  verdicts: { node: number; received: number; reason: Verdict }[]
}

/** `named`: the node that somebody named, or -1; `byHand`: nobody is chosen unless named. */
export function choose(candidates: readonly Candidate[], named: number, byHand: boolean): Judgement {
  const able = candidates.filter(({ received, excluded }) => received >= 0 && !excluded)
  const loyal = able.filter(({ diverged }) => !diverged)
  const best = loyal.reduce<Candidate | null>(
    (ahead, one) => (ahead === null || precedes(one, ahead) ? one : ahead),
    null,
  )
  const tied = loyal.some((one) => one !== best && one.received === best?.received)
  const picked = named >= 0 ? able.find(({ node }) => node === named) : byHand ? undefined : best
  const verdict = (one: Candidate): Verdict => {
    if (one.excluded) return 'not-asked'
    if (one.received < 0) return 'down'
    if (named >= 0 && one.node === named) return 'by-hand'
    if (one.diverged) return 'diverged'
    if (one.received < best!.received) return 'behind'
    return tied ? 'tie-by-name' : 'most-received'
  }
  return {
    chosen: picked?.node ?? -1,
    undecided: !picked && able.length > 0 && (byHand || loyal.length === 0),
    verdicts: candidates.map((one) => ({ node: one.node, received: one.received, reason: verdict(one) })),
  }
}

function precedes(one: Candidate, other: Candidate): boolean {
  if (one.received !== other.received) return one.received > other.received
  return one.id < other.id
}
