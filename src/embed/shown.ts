/**
 * What an address asks for: a run of its own (`s=`, as in the lab's links) or a preset, and the moment `t`. The run
 * stands after the hash, so that it is never sent to a server. Whatever is wrong is said in one sentence.
 */
import { LIMITS, type Run } from '../run/index.ts'
import { fetchPreset } from '../scenarios/index.ts'
import { figureWords } from '../words/index.ts'

export interface Shown {
  run: Run
  /** Microseconds. */
  t: number
  /** Where the lab shows this run at another moment. */
  labAt(t: number): string
}

const LAB = '../../#/lab'

export async function shownAt({ hash }: { hash: string }): Promise<Shown | { problem: string }> {
  const parameters = new URLSearchParams(hash.replace(/^#?\/?\??/, ''))
  const s = parameters.get('s')
  const t = parameters.get('t')
  if (s !== null) {
    const { parseLink } = await import('./link.ts')
    const link = parseLink(`#?s=${s}&t=${t ?? ''}`) ?? { problem: figureWords.nothing }
    return 'problem' in link ? link : { ...link, labAt: (at) => `${LAB}?s=${s}&t=${at}` }
  }
  const id = parameters.get('preset')
  if (id === null) return { problem: figureWords.nothing }
  const found = await fetchPreset(id)
  if (!found) return { problem: figureWords.unknownPreset }
  if (t !== null && !(/^\d{1,15}$/.test(t) && Number(t) <= LIMITS.timeMs * 1000))
    return { problem: figureWords.badTime }
  return { run: found.run, t: t === null ? found.at : Number(t), labAt: (at) => `${LAB}?preset=${id}&t=${at}` }
}
