/**
 * Whom to promote. The rules come first (as Redis Sentinel's priority does): one that must not take over, or stands in
 * another data centre where only the same one will do, is passed over; a preferred one goes before the others, even if
 * they have received more. Of equals the one with the most received entries loses the fewest writes; ties go to the name
 * that comes first. One that has diverged from the newest epoch is never taken by itself: with it
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
  promotion: 'neutral' | 'prefer' | 'must-not'
  /** In another data centre than the lost master, where that rules it out. */
  elsewhere: boolean
}

type Verdict =
  | 'most-received'
  | 'behind'
  | 'down'
  | 'by-hand'
  | 'tie-by-name'
  | 'not-asked'
  | 'diverged'
  | 'preferred'
  | 'not-preferred'
  | 'must-not'
  | 'other-data-center'

/** Of a candidate with one of these reasons nobody says that it was beaten. */
export const OUT_OF_THE_RUNNING: readonly string[] = [
  'down',
  'not-asked',
  'diverged',
  'must-not',
  'other-data-center',
] satisfies Verdict[]

/** Those of them whom nobody has heard. */
export const UNHEARD_OF: readonly string[] = ['down', 'not-asked'] satisfies Verdict[]

export interface Judgement {
  /** Node number; -1 = nobody. */
  chosen: number
  /** Is it for somebody to name one? By hand, and when everybody who answered has diverged. */
  undecided: boolean
  /** Why nobody may take over by itself although somebody could; '' otherwise. */
  ruled: '' | 'rules' | 'data-center'
  verdicts: { node: number; received: number; reason: Verdict }[]
}

/** `named`: the node that somebody named, or -1; `byHand`: nobody is chosen unless named. */
export function choose(candidates: readonly Candidate[], named: number, byHand: boolean): Judgement {
  const able = candidates.filter(({ received, excluded }) => received >= 0 && !excluded)
  const loyal = able.filter(({ diverged }) => !diverged)
  const allowed = loyal.filter(({ promotion, elsewhere }) => promotion !== 'must-not' && !elsewhere)
  const best = allowed.reduce<Candidate | null>(
    (ahead, one) => (ahead === null || precedes(one, ahead) ? one : ahead),
    null,
  )
  const tied = allowed.some((one) => one !== best && one.received === best?.received)
  // Has its rule, and not its log, decided?
  const favoured = best?.promotion === 'prefer' && allowed.some((one) => one !== best && !isAhead(best, one))
  const picked = named >= 0 ? able.find(({ node }) => node === named) : byHand ? undefined : best
  const verdict = (one: Candidate): Verdict => {
    if (one.excluded) return 'not-asked'
    if (one.received < 0) return 'down'
    if (named >= 0 && one.node === named) return 'by-hand'
    if (one.diverged) return 'diverged'
    if (one.promotion === 'must-not') return 'must-not'
    if (one.elsewhere) return 'other-data-center'
    if (one === best && favoured) return 'preferred'
    if (one.received < best!.received) return 'behind'
    if (favoured && one.promotion === 'neutral') return 'not-preferred'
    return tied ? 'tie-by-name' : 'most-received'
  }
  const stuck = !picked && loyal.length > 0 && !byHand && named < 0
  return {
    chosen: picked?.node ?? -1,
    undecided: !picked && able.length > 0 && (byHand || loyal.length === 0),
    ruled: !stuck ? '' : loyal.some(({ promotion }) => promotion !== 'must-not') ? 'data-center' : 'rules',
    verdicts: candidates.map((one) => ({ node: one.node, received: one.received, reason: verdict(one) })),
  }
}

function precedes(one: Candidate, other: Candidate): boolean {
  const preferred = one.promotion === 'prefer'
  return preferred === (other.promotion === 'prefer') ? isAhead(one, other) : preferred
}

const isAhead = (one: Candidate, other: Candidate): boolean =>
  one.received === other.received ? one.id < other.id : one.received > other.received
