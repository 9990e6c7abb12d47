/**
 * Every preset on the stage of an open page, without the page around it: the same drawing in the same place, of the same
 * frames. What is asked of the drawing alone is asked of all its moments here, in a fraction of the time that the lab
 * would need to get to each of them. Bundled and run inside the page.
 */
import { createEngine } from '../src/engine/index.ts'
import { everyPreset } from '../src/scenarios/index.ts'
import { createStage, type LayoutKind, PROJECTOR_WEIGHT } from '../src/stage/index.ts'
import { overlaps, walk } from './floors.ts'

interface Asked {
  layout: LayoutKind
  projector: boolean
  /** Pixels of the smallest text, and its least contrast. */
  size: number
  contrast: number
}

/** Milestones of a preset until its story is told. */
const MOST_MILESTONES = 12

/** What is wrong, a line each, with where; and how much was looked at. */
export function walkStages({ layout, projector, size, contrast }: Asked): {
  wrong: string[]
  moments: number
  texts: number
} {
  const theirs = document.querySelector<SVGSVGElement>('svg.stage')!
  const own = theirs.cloneNode(false) as SVGSVGElement
  theirs.replaceWith(own)
  const { width, height } = own.getBoundingClientRect()
  const wrong = new Map<string, string[]>()
  const seen = { moments: 0, texts: 0 }
  for (const { id, run, at, beside } of everyPreset) {
    // Two stages stand in the place of one there: that is for the page to say.
    if (beside) continue
    const stage = createStage(own)
    stage.resize(width, height)
    const engine = createEngine(run)
    engine.runTo(Math.round(run.scenario.untilMs * 1000))
    const all = engine.milestones().map(({ t }) => t)
    const times = [...new Set([at, ...all])].filter((t) => t >= at).slice(0, MOST_MILESTONES)
    const again = createEngine(run)
    for (const t of times) {
      again.runTo(t)
      const frame = again.frame()
      stage.draw(frame, frame.time, {
        ...{ selected: null, focused: null, moved: {}, zoom: null, layout, reducedMotion: false },
        ...{ lostNote: layout === 'wide', weight: projector ? PROJECTOR_WEIGHT : 1, usPerSecond: frame.paceUs },
      })
      const found = walk({ size, contrast, target: 0 }, own)
      seen.moments += 1
      seen.texts += found.texts
      const lines = [
        ...found.small.map((line) => `small: ${line}`),
        ...found.pale.map((line) => `pale: ${line}`),
        ...overlaps().map((line) => `over: ${line}`),
      ]
      for (const line of lines) wrong.set(line, [...(wrong.get(line) ?? []), `${id} at ${t / 1e6} s`])
    }
    stage.destroy()
  }
  const told = [...wrong].map(([line, [first, ...more]]) => `${line} (${first}, and ${more.length} more)`)
  return { wrong: told, ...seen }
}
