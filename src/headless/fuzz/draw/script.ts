/** What somebody does to a generated run: a few stories, now and then two at the same instant. */
import { hasManyMasters, hasRegions, type Scenario } from '../../../run/index.ts'
import type { Dice } from './dice.ts'
import { STORIES_OF_MANY } from './manyMasters.ts'
import { STORIES_OF_REGIONS } from './regions.ts'
import { type Drawn, type Place, STORIES, type Story } from './stories.ts'
import type { Names } from './value.ts'

/** `own`: of a theme, told more often than all others together. Not yet checked. */
export function drawScript(scenario: Scenario, names: Names, dice: Dice, own: readonly Story[] = []): Drawn[] {
  const { untilMs } = scenario
  const place: Place = { scenario, untilMs, names }
  const many = hasManyMasters(scenario) ? [...STORIES, ...STORIES_OF_MANY, ...STORIES_OF_MANY] : STORIES
  const usual = hasRegions(scenario) ? [...many, ...STORIES_OF_REGIONS] : many
  const stories = own.length > 0 ? 3 + dice.below(7) : dice.oneIn(12) ? 0 : 1 + dice.below(9)
  // What belongs together happens in this order; now and then two things at the same instant.
  const time = () => (dice.oneIn(3) ? dice.spread(1, untilMs, 0.001) : dice.below(untilMs * 1000) / 1000)
  const times = Array.from({ length: stories }, time).sort((a, b) => a - b)
  return times.flatMap((atMs, at) => {
    const luck = dice.of(at)
    const known = own.length > 0 && !luck.oneIn(3) ? own : usual
    return luck.pick(known)(place, at > 0 && luck.oneIn(8) ? times[at - 1]! : atMs, luck)
  })
}
