// In place of the branches where nobody acts: in the figure for articles, which plays one run as it is.
import type { Branches } from './branches.ts'
import type { Playhead } from './playhead.ts'

const NONE = 'This build plays a run as it is.'
const refuse = (): string => NONE

type Shown = Pick<
  Branches,
  | 'act'
  | 'canRedo'
  | 'canUndo'
  | 'compare'
  | 'compared'
  | 'drop'
  | 'forked'
  | 'list'
  | 'open'
  | 'redo'
  | 'release'
  | 'rename'
  | 'revise'
  | 'undo'
>

class OnlyOne implements Shown {
  readonly compared = null
  readonly forked = false
  readonly canUndo = false
  readonly canRedo = false
  readonly act = refuse
  readonly revise = refuse
  readonly redo = refuse
  readonly open = refuse
  readonly rename = refuse
  readonly drop = refuse
  readonly compare = refuse
  private readonly playhead: Playhead

  constructor(playhead: Playhead) {
    this.playhead = playhead
  }

  undo(): void {}
  list = (): [] => []

  release(): void {
    this.playhead.take.trail.release()
  }
}

export { OnlyOne as Branches }
