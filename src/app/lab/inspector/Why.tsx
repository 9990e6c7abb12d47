/** "Why?" for a state that may need none. */
import { WhyButton } from '../../parts/WhyButton.tsx'
import type { Wondering } from './whyRun.ts'

export function Why({ of }: { of: Wondering | null }) {
  return of && <WhyButton {...of} />
}
