/** What some steps show under what they say, read off the run: the last writes with their vectors, or figures of its service. */
import type { Playing, Step } from '../../lessons/index.ts'
import {
  conflictWords,
  counterIn,
  entryTag,
  learning,
  originLetter,
  originsOf,
  serviceLines,
  versionValue,
  writesVerdict,
} from '../../words/index.ts'
import type { Answer, Lab } from '../../worker/index.ts'
import { make } from './elements.ts'

/** So many writes stand there at most; their room is kept from the start. */
const MOST = 6
/** In the order in which they are weighed. */
const SHOWN = ['writes-median', 'lost', 'discarded', 'without']
/** Wall milliseconds between two questions while the run plays: they look at every request so far. */
const EVERY_MS = 250

type Frame = NonNullable<Lab['latest']>['frame']

/** Fills `box`, and keeps up with the run until it is stopped. `phase`: of the step, now. */
export function measured(box: HTMLElement, step: Step, lab: Lab, phase: () => Playing['phase']): () => void {
  let turn = 0
  let due = 0
  box.className = step.vectors ? 'measure vectors' : 'measure'
  const ask = async () => {
    due = 0
    turn += 1
    const mine = turn
    const content = step.vectors
      ? vectors(step.vectors, await lab.ask({ ask: 'versions', most: MOST }), lab.latest!.frame, phase())
      : figures(await lab.ask({ ask: 'service' }))
    if (mine === turn) box.replaceChildren(...content)
  }
  const stop = lab.onUpdate(({ transport }) => {
    if (due === 0) due = window.setTimeout(() => void ask().catch(() => {}), transport.playing ? EVERY_MS : 0)
  })
  return () => {
    stop()
    clearTimeout(due)
    turn += 1
  }
}

function figures({ here }: Answer<{ ask: 'service' }>): HTMLElement[] {
  const lines = serviceLines(here)
  const rows = SHOWN.flatMap((wanted) => lines.filter(({ id }) => id === wanted)).flatMap(({ id, name, text }) => [
    make('dt', {}, name, ' ', make('small', {}, learning.figureTags[id] ?? '')),
    make('dd', {}, text),
  ])
  return [make('dl', { 'aria-label': learning.figures }, ...rows)]
}

function vectors(
  pair: NonNullable<Step['vectors']>,
  writes: Answer<{ ask: 'versions'; most: number }>,
  frame: Frame,
  phase: Playing['phase'],
): HTMLElement[] {
  if (!frame.multiMaster) return []
  const origins = originsOf(frame)
  const names = [conflictWords.write, conflictWords.by, conflictWords.value]
  const head = [...names, ...origins.map((origin) => originLetter(origin, frame))]
  const isMeant = ({ origin, sequence }: (typeof writes)[number]) => pair.includes(`${origin}:${sequence}`)
  const rows = writes.map((one) =>
    make(
      'tr',
      { class: pair !== 'all' && isMeant(one) ? 'chosen' : undefined },
      make('th', { scope: 'row' }, entryTag(one, frame)),
      make('td', {}, one.client ?? ''),
      make('td', {}, versionValue(one)),
      ...origins.map((origin) => make('td', {}, `${counterIn(one.vector, origin)}`)),
    ),
  )
  const table = make(
    'table',
    { 'aria-label': conflictWords.writes },
    make('thead', {}, make('tr', {}, ...head.map((name) => make('th', { scope: 'col' }, name)))),
    make('tbody', {}, ...rows),
  )
  const [a, b] = pair === 'all' ? [] : writes.filter(isMeant)
  // What their vectors say of each other is what was asked.
  if (!a || !b || (phase !== 'do' && phase !== 'open')) return [table]
  const { title, why } = writesVerdict(a, b, frame)
  const told = why.map((part) => (typeof part === 'string' ? part : originLetter(part.origin, frame))).join('')
  return [table, make('p', {}, make('b', {}, `${title}.`), ` ${told}`)]
}
