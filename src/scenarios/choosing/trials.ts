/**
 * What every candidate goes through, with the same requests: a calm while, the death of the machine that leads, a cut, and
 * writes to one row at one moment. A cut lasts four seconds; a real one lasts longer, and whoever waits for its end waits as
 * long.
 */
import { type Intervention, parseRun, type Run } from '../../run/index.ts'
import { type Candidate, scenarioFor } from './candidates.ts'
import type { Needs } from './needs.ts'
import { FAULT_MS, HEALED_MS, PLACES, writersOf } from './world.ts'

export const TRIALS = ['calm', 'death', 'cut', 'same-row'] as const
export type Trial = (typeof TRIALS)[number]

/** Every chance of every trial is drawn from it. */
const SEED = 7

/** Writes to the hot row at one moment, so many times. */
const MEETINGS = 6
const MEET_EVERY_MS = 600

/**
 * The run of a trial: checked like a reader's file. `title`, `about`: as people read them in the lab; they change nothing. A
 * mistake here is a bug of ours.
 */
export function trialRun(
  candidate: Candidate,
  trial: Trial,
  needs: Needs,
  words: { title: string; about: string } = { title: candidate, about: '' },
): Run {
  const answer = parseRun({
    seed: SEED,
    scenario: { id: `${candidate}-${trial}`, ...scenarioFor(candidate, needs), ...words },
    interventions: interventionsOf(candidate, trial, needs),
  })
  if ('problem' in answer) throw new Error(`${candidate}, ${trial}: ${answer.problem}`)
  return answer.run
}

function interventionsOf(candidate: Candidate, trial: Trial, needs: Needs): object[] {
  switch (trial) {
    case 'calm':
      return []
    case 'death':
      return deathOf(candidate)
    case 'cut':
      return needs.places === 1 ? cutMachine(candidate) : [...cutPlace, ...fromOutside(needs)]
    case 'same-row':
      return Array.from({ length: MEETINGS }, (_, at) => FAULT_MS + at * MEET_EVERY_MS).flatMap((atMs) =>
        writersOf(needs).map(({ id }) => ({ atMs, do: 'write', client: id, key: 'k1' })),
      )
  }
}

/** Before the death a client beside the machine writes; nobody who says OK at once has told anybody else by then. */
const LAST_WRITE_MS = 4

/** One machine: the server that leads, or where a region leads itself the replica that does. */
function deathOf(candidate: Candidate): object[] {
  const last = { atMs: FAULT_MS - LAST_WRITE_MS, do: 'write', client: 'w1', key: 'k2' }
  const target = { node: 'db1' }
  if (candidate !== 'mrec' && candidate !== 'mrsc')
    return [last, { atMs: FAULT_MS, do: 'kill', ...target }, { atMs: HEALED_MS, do: 'restart', ...target }]
  return [
    last,
    { atMs: FAULT_MS, do: 'kill-replica', ...target, zone: 'a' },
    { atMs: HEALED_MS, do: 'restart-replica', ...target, zone: 'a' },
  ]
}

const cutPlace: object[] = [
  { atMs: FAULT_MS, do: 'cut-data-center', dataCenter: PLACES[0] },
  { atMs: HEALED_MS, do: 'heal-data-center', dataCenter: PLACES[0] },
]

/** What the others change while the place is cut off: whoever reads there and is answered is shown what was. */
function fromOutside(needs: Needs): object[] {
  const outside = writersOf(needs).filter(({ place }) => place !== PLACES[0])
  return outside.flatMap(({ id }, at) =>
    ['k1', 'k2', 'k3'].map((key, i) => ({ atMs: HEALED_MS - 1_500 + 100 * i + 40 * at, do: 'write', client: id, key })),
  )
}

/** In one place the first server is cut off from the others, and its clients stay with it. */
function cutMachine(candidate: Candidate): object[] {
  const others = ['db2', 'db3', ...(candidate === 'later-wins' || candidate === 'merging' ? [] : ['monitor'])]
  const all = (atMs: number, what: Intervention['do']) =>
    others.map((other) => ({ atMs, do: what, between: ['db1', other] }))
  return [...all(FAULT_MS, 'cut'), ...all(HEALED_MS, 'heal')]
}
