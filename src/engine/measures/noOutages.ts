// In place of the account of outages where no panel shows it: in the figure for articles.
import type { Outage } from '../frame/index.ts'

export class Outages {
  see(): void {}
  frame = (): Outage[] => []
  snapshot = (): null => null
  restore(): void {}
}
