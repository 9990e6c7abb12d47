/**
 * What an address asks for: a run of its own (`s=`, as in the lab's links) or a preset, and the moment `t`. The run
 * stands after the hash, so that it is never sent to a server. Whatever is wrong is said in one sentence.
 */
import type { Run } from '../run/index.ts'
import { fetchPreset } from '../scenarios/index.ts'
import { figureWords } from '../words/index.ts'
import { Opening } from '../worker/index.ts'

/** The run that a figure is asked for. `t`: microseconds; null = the preset's own first picture, or the start. */
export interface Wanted {
  s: string | null
  scenario: string
  t: number | null
  /** Null = the run's own. */
  seed: number | null
}

export interface Shown {
  run: Run
  /** Microseconds. */
  t: number
  /** Its first seconds, if it begins with them. */
  opening?: Opening
  /** Where the lab shows this run at another moment. */
  labAt(t: number): string
}

const LAB = '../../#/lab'

export async function shownOf({ s, scenario, t, seed }: Wanted): Promise<Shown | { problem: string }> {
  if (s !== null) {
    const { parseLink } = await import('./link.ts')
    const link = parseLink(`#?s=${s}&t=${t ?? ''}`) ?? { problem: figureWords.unknownPreset }
    if ('problem' in link) return link
    return seeded({ run: link.run, t: link.t, labAt: (at) => `${LAB}?s=${s}&t=${at}` }, seed)
  }
  const found = await fetchPreset(scenario)
  if (!found) return { problem: figureWords.unknownPreset }
  const { run, at, opening } = found
  const shown = { run, t: t ?? at, labAt: (at: number) => `${LAB}?preset=${scenario}&t=${at}` }
  return seeded(
    opening === undefined || shown.t !== at ? shown : { ...shown, opening: new Opening(run, opening) },
    seed,
  )
}

/** The same run by another throw of the dice. */
const seeded = async (shown: Shown, seed: number | null): Promise<Shown> =>
  seed === null || seed === shown.run.seed
    ? shown
    : (await import('./link.ts')).anotherRun({ ...shown.run, seed }, shown.t)
