/** Where each pack is when it is not at hand: a piece of its own, which a page fetches once. */
import type { Pack, PackName } from './pack.ts'

export const FETCH = {
  checkers: () => import('./checkers.ts').then(({ checkers }) => checkers),
  multiMaster: () => import('./multiMaster.ts').then(({ multiMaster }) => multiMaster),
  operations: () => import('./operations.ts').then(({ operations }) => operations),
  reads: () => import('./reads.ts').then(({ reads }) => reads),
  regions: () => import('./regions.ts').then(({ regions }) => regions),
  voting: () => import('./voting.ts').then(({ voting }) => voting),
} as const satisfies Record<PackName, () => PromiseLike<Pack>>
