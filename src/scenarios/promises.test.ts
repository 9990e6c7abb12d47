import { expect, it } from 'vitest'
import { film } from './fixtures/film.ts'
import { everyPreset } from './index.ts'

it.each(everyPreset)('$id breaks no rule and no promise', ({ run }) => {
  const { untilMs } = run.scenario
  const frame = film(run).frameAt(untilMs > 10_000 ? 10_000 : untilMs)
  const broken = frame.checkers.filter(({ promised, held }) => promised && !held)
  expect(broken.map(({ name, violation }) => `${name}: ${violation?.text}`)).toEqual([])
})
