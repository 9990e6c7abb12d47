/** Answers that are too large, or too rarely needed, for every update. They move nothing. */
import { type Fact, serviceOf, versionsOf } from '../engine/index.ts'
import { hasManyMasters } from '../run/index.ts'
import { isChange } from './agreeSpans.ts'
import { Causes } from './causes.ts'
import { Derivation } from './derive.ts'
import { foresee, holding } from './foresee.ts'
import { LagTrack } from './lagTrack.ts'
import type { Loaded } from './loaded.ts'
import type { Playhead } from './playhead.ts'
import { timelineOf } from './timeline.ts'
import type { Answer, Question, Timeline } from './transport.ts'

/** The widest timeline is drawn from this many facts at most, the youngest. */
const TIMELINE_FACTS = 20_000

/** Those that are about the run; two more are about the playback itself. */
type AboutRun = Exclude<Question, { ask: 'machines' | 'checkpoints' }>

interface Past {
  derivation: Derivation
  lagTrack: LagTrack
}
const pasts = new WeakMap<Loaded, Past>()

/** What finds out again how it was, made for the first question about a run. */
function pastOf(loaded: Loaded): Past {
  const known = pasts.get(loaded)
  if (known !== undefined) return known
  const { engineOf } = loaded
  const past = { derivation: new Derivation(engineOf), lagTrack: new LagTrack(engineOf) }
  pasts.set(loaded, past)
  return past
}

export function answerOf(loaded: Loaded, question: AboutRun): Answer<AboutRun> {
  const { playhead } = loaded
  const { derivation, lagTrack } = pastOf(loaded)
  switch (question.ask) {
    case 'digest':
      return playhead.at.digest()
    case 'facts':
      return facts(playhead, derivation, question)
    case 'why': {
      const causes = new Causes(derivation)
      return 'fact' in question ? causes.of(playhead.take, question.fact) : causes.ofNewest(playhead.take, question)
    }
    case 'rows':
      return playhead.at.rows(question.node, question.most)
    case 'rulings':
      return playhead.at.rulings(question.conflict)
    case 'versions':
      return playhead.at.measured(versionsOf).slice(-question.most)
    case 'service':
      return { here: playhead.at.measured(serviceOf), there: loaded.comparison.measured(serviceOf) }
    case 'sight': {
      const { take, at } = playhead
      return {
        run: take.run,
        t: at.time,
        until: loaded.until?.info() ?? null,
        holds: holding(playhead, question.whens),
      }
    }
    case 'foresee':
      return foresee(loaded.engineOf, question)
    case 'compared':
      return loaded.branches.compared?.take.run ?? null
    case 'timeline':
      return timeline(playhead, derivation, question.from, question.to)
    case 'peek':
      return lagTrack.frameAt(playhead.take, question.t)
    case 'lag':
      return lagTrack.of(playhead.take, question.from, question.to)
  }
}

/** What has to be fetched before the first question is answered; null = nothing. */
export const fetchAnswers = (): Promise<void> | null => null

function facts({ take }: Playhead, derivation: Derivation, ask: Extract<Question, { ask: 'facts' }>): Fact[] {
  const to = Math.min(ask.to, take.playedTo)
  return ask.first ? derivation.firstOf(take, ask.from, to, ask.most) : derivation.between(take, ask.from, to, ask.most)
}

function timeline({ take }: Playhead, derivation: Derivation, from: number, to: number): Timeline {
  const { run, playedTo, book } = take
  // Who waited for an answer when the window begins is known from the writes sent before it.
  const longest = Math.max(0, ...run.scenario.clients.map(({ timeoutMs }) => timeoutMs * 1000))
  const facts = derivation.between(take, from - longest, Math.min(to, playedTo), TIMELINE_FACTS)
  const before = hasManyMasters(run.scenario)
    ? book
        .between(0, from - longest - 1, TIMELINE_FACTS)
        .filter(({ kind }) => isChange(kind))
        .slice(-1)
    : []
  return timelineOf(run.scenario, [...before, ...facts], book.milestones(), { from, to, playedTo })
}
