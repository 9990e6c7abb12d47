/** Three readers with a name: where the page begins, and what its tests look at. */
import { DEFAULT_NEEDS, type Needs } from './needs.ts'

export const READERS = ['shop', 'editor', 'bank'] as const
export type Reader = (typeof READERS)[number]

export const READER_NEEDS: Record<Reader, Needs> = {
  /** A shop in one place: an order that was confirmed must be there. */
  shop: { ...DEFAULT_NEEDS, places: 1, writes: 12, reads: 36, hot: 5, latency: 20 },
  /** A text that people on two continents change at the same time: it must take what they type, at once and always. */
  editor: {
    ...DEFAULT_NEEDS,
    places: 2,
    writes: 12,
    reads: 12,
    hot: 30,
    decides: 'application',
    without: 500,
    latency: 20,
  },
  /** Accounts in three places: no transfer lost, no old balance shown. */
  bank: { ...DEFAULT_NEEDS, places: 3, apart: 20, writes: 6, reads: 12, rows: 'counters', old: 'never' },
}
