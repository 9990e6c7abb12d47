/**
 * The pack of several masters: what the stage draws of them and of nothing else, in one piece. Whoever draws something
 * that only some runs of several masters have (regions, say) puts it beside these, and the core asks `packs` for it;
 * nothing else in the core may import it, else it is in every page.
 */
import type { Origin } from '../glyphs/index.ts'
import type { Shape } from '../picture/index.ts'
import { agreement, clockChips } from './agreement.ts'
import { conflict, stoppedSigns } from './conflict.ts'
import type { Instant } from './effect.ts'
import type { Layout } from './layout.ts'
import { masterClients } from './masterClients.ts'
import { masterRows, masterSpec } from './masterRows.ts'
import { withCenters } from './mastersCenters.ts'
import { mastersLayout } from './mastersLayout.ts'
import { masterWays } from './masterWays.ts'
import { regionTag } from './regions.ts'
import { regionToken } from './regionTokens.ts'
import type { Way } from './ways.ts'

/** Above the messages: who agrees, whose clock is off, what the newest conflict was. */
const around = (at: Instant, layout: Layout, ways: readonly Way[], origin: (node: string) => Origin): Shape[] => [
  ...agreement(at, layout),
  ...clockChips(at, layout),
  ...conflict(at, layout, origin),
  ...stoppedSigns(at, ways),
]

export const masters = {
  layout: (...[kind, cast, room]: Parameters<typeof mastersLayout>) =>
    withCenters(mastersLayout(kind, cast, room), cast),
  ways: masterWays,
  /** How large a card is, and what stands under its header. */
  spec: masterSpec,
  rows: masterRows,
  tag: regionTag,
  small: regionToken,
  clients: masterClients,
  around,
}
