/** The unique index of one master: which row holds a value that no other row may have. */
import type { Site } from './site.ts'

const BUCKETS = 1024

const bucketOf = (value: number): number => ((value % BUCKETS) + BUCKETS) % BUCKETS

/** The key of another row that holds it; -1 = none does. */
export function holderOf(site: Site, value: number | null, key: number): number {
  if (value === null) return -1
  const pair = site.taken.get(bucketOf(value))?.find(([one, holder]) => one === value && holder !== key)
  return pair === undefined ? -1 : pair[1]
}

export const isTaken = (site: Site, value: number | null, key: number): boolean => holderOf(site, value, key) >= 0

/** A row has changed: what it held, whether it stood, and the same now. */
export function take(
  site: Site,
  key: number,
  before: number | null,
  stood: boolean,
  after: number | null,
  stands: boolean,
): void {
  if (before !== null && stood)
    put(site, before, (pairs) => pairs.filter((pair) => pair[0] !== before || pair[1] !== key))
  if (after !== null && stands) put(site, after, (pairs) => [...pairs, [after, key]])
}

type Pairs = readonly (readonly [number, number])[]

function put(site: Site, value: number, change: (pairs: Pairs) => Pairs): void {
  const bucket = bucketOf(value)
  site.taken.set(bucket, change(site.taken.get(bucket) ?? []))
}
