/** Who calls a reader's functions comes with the first run that has any. Rejects with one sentence. */
import type { Merging } from '../playback/index.ts'

export const fetchMerging = async (): Promise<Merging> => (await import('./merging.ts')).fetchMerging()
