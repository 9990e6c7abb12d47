/** What a host may know of the picture: plain data, told by name, or one part of it by its path. */
import { figureAnswers, milestone, stageSentence } from '../../words/index.ts'
import type { Update } from '../../worker/index.ts'
import type { Figure } from '../figure.ts'
import type { Result } from './carryOut.ts'

/** One sentence, and the numbers that a page may want to show beside the figure. Times in microseconds. */
export function summaryOf({ frame, transport }: Update) {
  return {
    t: transport.time,
    running: transport.playing,
    ended: transport.ended,
    speed: transport.speed,
    event: transport.event,
    summary: {
      title: frame.title,
      sentence: stageSentence(frame),
      milestone: frame.milestone ? milestone(frame.milestone) : null,
      lost: frame.lost.length,
      epoch: frame.epoch,
      nodes: frame.nodes.map(({ id, role, process, received, applied }) => ({ id, role, process, received, applied })),
    },
  }
}

/** `path`: as in `summary.nodes.0.role`; null = all, and the digest. */
export async function stateOf({ lab }: Figure, path: string | null): Promise<Result> {
  const { latest } = lab
  if (!latest) return { error: figureAnswers.noRun }
  const state: unknown = { ...summaryOf(latest), digest: await lab.ask({ ask: 'digest' }) }
  if (path === null) return { state }
  let found: unknown = state
  for (const name of path.split('.'))
    found =
      typeof found === 'object' && found !== null && Object.hasOwn(found, name)
        ? found[name as keyof typeof found]
        : undefined
  return found === undefined ? { error: figureAnswers.noSuchState(path) } : { state: found }
}
