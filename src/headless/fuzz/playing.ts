/** A run played once from its beginning, with a look at everything that must be true at every few steps. */
import type { Checkpoint, Engine, Frame } from '../../engine/index.ts'
import { contradictions } from './contradictions.ts'
import { type Finding, finding } from './finding.ts'
import { differingRows } from './sameRows.ts'

const LOOKS = 24
/** Each so many looks a state to meet again, and a checkpoint to start from. */
const MARK_EVERY = 4
/** More events than any cluster has in so little time: something goes round in circles. */
const TOO_SOON_US = 5_000

/** A state of the first playing. */
interface Mark {
  t: number
  digest: string
  frame: string
}
export interface Played {
  found: Finding | null
  /** Where it ended: at `until`, or where the work was used up. */
  end: number
  /** The last one is the end. */
  marks: readonly Mark[]
  checkpoints: readonly Checkpoint[]
}

/** `most`: kernel events. `place` says how far it came, also when something was thrown. */
export function play(engine: Engine, until: number, most: number, place: { at: number }): Played {
  const marks: Mark[] = []
  const checkpoints = [engine.checkpoint()]
  const ended = (found: Finding | null): Played => ({ found, end: engine.time, marks, checkpoints })
  for (let look = 1; look <= LOOKS; look++) {
    const isOver = !runTo(engine, Math.floor((until * look) / LOOKS), most, place)
    if (isOver && engine.time < TOO_SOON_US)
      return ended(finding('endless', engine.time, `${engine.work} events, and no end.`))
    const frame = engine.frame()
    const found = wrongIn(frame)
    if (found) return ended(found)
    if (look % MARK_EVERY === 0 || isOver)
      marks.push({ t: engine.time, digest: engine.digest(), frame: JSON.stringify(frame) })
    if (look % MARK_EVERY === 2) checkpoints.push(engine.checkpoint())
    if (isOver) break
  }
  const [text] = differingRows(engine)
  return ended(text === undefined ? null : finding('rows', engine.time, text))
}

/** False when the work was used up before. */
function runTo(engine: Engine, t: number, most: number, place: { at: number }): boolean {
  for (let next = engine.nextEventAt(); next !== null && next <= t; next = engine.nextEventAt()) {
    place.at = next
    engine.runTo(next)
    if (engine.work > most) return false
  }
  engine.runTo(t)
  return true
}

function wrongIn(frame: Frame): Finding | null {
  const broken = frame.checkers.filter(({ promised, held }) => promised && !held)
  // The earliest is nearest to the cause.
  const [first] = broken.sort((a, b) => (a.violation?.fact ?? 0) - (b.violation?.fact ?? 0))
  const names = broken.map(({ name }) => name)
  if (first) return finding(first.name, first.violation?.t ?? frame.time, first.violation?.text ?? '', names)
  const [text] = contradictions(frame)
  return text === undefined ? null : finding('frame', frame.time, text)
}
