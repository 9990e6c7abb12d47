/** What a user can do, as data: the same record feeds its button, its shortcut, menus, and the help sheet. */

import type { Frame } from '../../engine/index.ts'
import type { Transport } from '../../worker/index.ts'
import type { Live } from '../live/live.ts'
import type { Page, Selection } from '../page/page.ts'

/** Where an action finds what it needs. */
export interface Desk {
  live: Live
  page: Page
  frame: Frame
  transport: Transport
}

type Group = 'time' | 'lesson' | 'present' | 'faults' | 'edit' | 'look' | 'share'

export interface UserAction {
  /** Stable name: the `data-action` of every button that does it. */
  id: string
  group: Group
  /** What its button says, for this target where it has one, and for this choice. */
  label(target?: Selection, choice?: string): string
  /** As `chord` spells them: 'Space', '.', 'Shift+.', 'K', 'Home'. The first is shown. */
  keys: string[]
  /** Kind of thing it acts on; without one it needs no target. */
  on?: Selection['kind'][]
  /** What it can be done with, where that takes one thing more than a target: each gets a button of its own. */
  choices?(desk: Desk, target: Selection | null): readonly string[]
  /** Does it make sense now? Targetless actions get the selection. */
  applies(desk: Desk, target: Selection | null, choice?: string): boolean
  /** Without a choice, as a shortcut does it: the next one, or it asks. */
  run(desk: Desk, target: Selection | null, choice?: string): void
}
