import type { LinkFrame } from '../engine/index.ts'
import { span } from './numbers.ts'

/** What is said about a link between two participants. */
export const linkStateWord = ({ state }: Pick<LinkFrame, 'state'>): string =>
  ({ up: 'up', cut: 'cut', stalled: 'silent' })[state]

/** Beside a link that has just been turned: "db3 now copies from db2". */
export const nowCopies = (slave: string, from: string): string => `${slave} now copies from ${from}`
/** On a phone, between two cards: "db3 copies from db2". */
export const copies = (slave: string, from: string): string => `${slave} copies from ${from}`
/** Beside a link that has carried nothing for `us`: "silent for 1.8 s". */
export const silentFor = (us: number): string => `silent for ${span(us)}`
/** Where a cut is marked. */
export const partitionBetween = (a: string, b: string): string => `partition between ${a} and ${b}`
