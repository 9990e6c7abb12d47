import { hasCenters } from './groups.ts'
import { heroLayout, isHeroCrowd } from './heroLayout.ts'
import type { Cast, Layout, Room } from './layout.ts'
import { packs } from './packs.ts'
import { stackedLayout } from './stackedLayout.ts'
import type { LayoutKind } from './view.ts'
import { isWideCrowd, wideLayout } from './wideLayout.ts'

/** Does it take the pack of crowds? */
export function isCrowd(kind: LayoutKind, cast: Cast, room: Room): boolean {
  if (cast.masters) return false
  if (kind === 'stacked') return hasCenters(cast) || room.aside === true
  return kind === 'hero' ? isHeroCrowd(cast) : isWideCrowd(cast, room)
}

/** The layout of that kind for these participants in that many device pixels. */
export function arrange(kind: LayoutKind, cast: Cast, room: Room): Layout {
  if (cast.masters) return packs.masters.layout(kind, { ...cast, masters: cast.masters }, room)
  switch (kind) {
    case 'wide':
      return wideLayout(cast, room)
    case 'hero':
      return heroLayout(cast, room)
    case 'stacked':
      return stackedLayout(cast, room)
  }
}
