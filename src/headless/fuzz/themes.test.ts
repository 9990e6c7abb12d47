import { expect, test } from 'vitest'
import { createEngine, type Engine, type FactKind } from '../../engine/index.ts'
import { Dice, drawRun, type Theme } from './draw/index.ts'
import { judge } from './judge.ts'

const SEEDS = 20

/** Of what a theme is about: what is not seen was not tried. */
const ABOUT: Record<Theme, FactKind[]> = {
  comings: ['slave-added', 'slave-removed', 'repoint-asked', 'repointed', 'resent'],
  copies: ['log-purged', 'log-expired', 'copy-started', 'copy-done', 'copy-failed', 'apply-held', 'heartbeat-written'],
  regions: [
    ...(['replica-killed', 'replica-returned', 'leader-gone', 'leader-elected', 'data-center-cut'] as const),
    ...(['conflict-found', 'promise-given', 'write-agreed', 'region-isolated'] as const),
  ],
  returns: ['promoted', 'extra-entries-found', 'rejoin-asked', 'rewind-started', 'rewound', 'rejoined', 'writes-lost'],
}

test.each(Object.entries(ABOUT) as [Theme, FactKind[]][])(
  '[D1] [D2] [D3] [T9] nothing is wrong with generated runs about %s',
  (theme, kinds) => {
    const seen = new Map<string, number>()
    for (let seed = 0; seed < SEEDS; seed++) {
      const engines: Engine[] = []
      const engineOf = (...args: Parameters<typeof createEngine>): Engine => {
        const engine = createEngine(...args)
        engines.push(engine)
        return engine
      }
      // Every way of playing takes as long as the first: a few runs have to do.
      const judging = { dice: new Dice(seed, 'judge'), oracle: seed === 0, quick: seed % 4 > 0, engineOf }
      expect([seed, judge(drawRun(seed, theme), judging)]).toEqual([seed, null])
      for (const kind of new Set(engines[0]!.factsAfter(0).map((fact) => fact.kind)))
        seen.set(kind, (seen.get(kind) ?? 0) + 1)
    }
    for (const kind of kinds) expect([kind, (seen.get(kind) ?? 0) > 1]).toEqual([kind, true])
  },
)
