import { expect, it } from 'vitest'
import { createEngine } from '../../engine/index.ts'
import { preset } from '../../scenarios/index.ts'
import type { Shape } from '../picture/index.ts'
import { arrange } from './arrange.ts'
import { all, VIEW } from './fixtures/view.ts'
import { castOf } from './layout.ts'
import { scene } from './scene.ts'

const ends = (shape: Shape): { top: number; bottom: number } => {
  const y = Number(shape.attributes['y'])
  return { top: y - 12, bottom: y + 4 }
}

/** What stands at each 10 ms of a run that kills its master: words under the new one, and about its new slave. */
function told(width: number, height: number) {
  const engine = createEngine(preset('failover-lost-writes')!.run)
  let both = 0
  let wordless = 0
  let touching = 0
  for (let t = 0; t < 3_000_000; t += 10_000) {
    engine.runTo(t)
    const frame = engine.frame()
    const shapes = all(scene({ frame, time: t, view: VIEW }, arrange('wide', castOf(frame), { width, height }), 'test'))
    const under = shapes.filter(({ key, tag }) => key.startsWith('only-') && tag === 'text')
    const about = shapes.filter(({ key, tag }) => key.startsWith('repointed-') && tag === 'text')
    if (under.length === 0 && shapes.some(({ key }) => key.startsWith('only-'))) wordless += 1
    if (under.length > 0 && about.length > 0) both += 1
    for (const a of under)
      for (const b of about) if (ends(a).bottom > ends(b).top && ends(b).bottom > ends(a).top) touching += 1
  }
  return { both, wordless, touching }
}

it('what is only on the new master is said under it; close to its new slave, of whom words tell, not at all', () => {
  const large = told(728, 564)
  expect(large).toMatchObject({ wordless: 0, touching: 0 })
  expect(large.both).toBeGreaterThan(0)
  expect(told(960, 380)).toEqual({ both: 0, wordless: 0, touching: 0 })
})
