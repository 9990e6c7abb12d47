/** Something to hand to one of the doors through which runs and actions come in: broken in one way or another. */
import { encodeRun, type Run, withIntervention, writeFile } from '../../../run/index.ts'
import { type Dice, drawRun } from '../draw/index.ts'
import { forgeLink } from './forge.ts'
import { garble } from './garble.ts'
import { mutate } from './mutate.ts'

export type Door = 'file' | 'value' | 'link' | 'action' | 'command'
export interface Input {
  door: Door
  /** A text for the doors `file` and `link`, otherwise any value. */
  given: unknown
  /** Of an action: the run that it is done in. */
  run: Run
}

const DOORS: readonly Door[] = ['file', 'value', 'value', 'value', 'link', 'link', 'action', 'action', 'command']

export function drawInput(dice: Dice): Input {
  // A few hundred runs are enough to break: what matters here is how they are broken.
  const run = drawRun(dice.below(400))
  const door = dice.pick(DOORS)
  return { door, given: GIVEN[door](run, dice.of(door)), run }
}

const compact = (run: Run): object => JSON.parse(writeFile(run)) as object

const GIVEN: Record<Door, (run: Run, dice: Dice) => unknown> = {
  file: (run, dice) => {
    if (dice.oneIn(2)) return garble(writeFile(run), dice)
    return JSON.stringify(mutate(compact(run), dice, true)) ?? ''
  },
  value: (run, dice) => mutate(dice.oneIn(4) ? run.scenario : dice.oneIn(2) ? run : compact(run), dice, false),
  link: (run, dice) => {
    const model = dice.oneIn(10) ? String(dice.below(12)) : String(run.model)
    const encoded = encodeRun(run)
    const text =
      dice.oneIn(2) && 'text' in encoded
        ? garble(encoded.text, dice)
        : forgeLink(model, JSON.stringify(mutate(compact(run), dice, true)) ?? '', dice)
    return dice.oneIn(2) ? text : `#/lab?s=${text}&t=${dice.pick(['0', '5', '-1', '', 'NaN', '1e9', '9'.repeat(30)])}`
  },
  action: (run, dice) => mutate(actionOf(run, dice), dice, false),
  command: (run, dice) => {
    const action = actionOf(run, dice)
    const commands = [
      { do: 'act', action },
      { do: 'act', action },
      { do: 'load', run, t: 5 },
      { do: 'seek', t: 1000 },
      { do: 'speed', speed: 2 },
      { do: 'open-branch', branch: 0 },
      { do: 'rename-branch', branch: 0, name: 'x' },
      { do: 'compare', branch: 0 },
    ]
    return mutate(dice.pick(commands), dice, false)
  },
}

/** One that could be done in this run, so that what is wrong is what was made wrong. */
function actionOf(run: Run, dice: Dice): object {
  const { atMs: _, ...action } = dice.pick([...run.interventions, { atMs: 0, do: 'kill', node: 'db1' } as const])
  return 'problem' in withIntervention(run, action, 0) ? { do: 'kill', node: 'db1' } : action
}
