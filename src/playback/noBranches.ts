// In place of the branches where nobody acts: in the figure for articles, which plays one run as it is, unless a walkthrough
// brings the real ones (`whole.ts`).
import type { ShownBranches } from './branches.ts'
import type { Playhead } from './playhead.ts'

const NONE = 'This build plays a run as it is.'
const refuse = (): string => NONE

class OnlyOne implements ShownBranches {
  readonly compared = null
  readonly forked = false
  readonly twins = false
  readonly canUndo = false
  readonly canRedo = false
  readonly act = refuse
  readonly beside = refuse
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

  mirror(): void {}
  undo(): void {}
  list = (): [] => []

  release(): void {
    this.playhead.take.trail.release()
  }
}

export const fetchBranches = (): null => null

let Branches: new (playhead: Playhead) => ShownBranches = OnlyOne

/** Every run that is loaded from now on has these. */
export const bringBranches = (real: typeof Branches): void => {
  Branches = real
}

export { Branches }
