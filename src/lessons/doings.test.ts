import { describe, expect, it } from 'vitest'
import { createEngine } from '../engine/index.ts'
import { type Run, us, withIntervention } from '../run/index.ts'
import { everyWalkthrough } from './all.ts'
import { doingsOf } from './doings.ts'
import { patched } from './patch.ts'

const at = (run: Run, t: number) => {
  const engine = createEngine(run)
  engine.runTo(t)
  return engine.frame()
}
const labels = (doings: ReturnType<typeof doingsOf>) => doings.map(({ label }) => label)

describe('what a step allows', () => {
  it.each(everyWalkthrough)('has buttons, each of which the run takes: $id', ({ run, steps }) => {
    const own = steps.filter(({ enter }) => enter !== 'here')
    for (const { id, allow = [], enter } of own) {
      if (enter === 'here') continue
      const here = patched(run, enter)
      const frame = at(here, us(enter.atMs))
      for (const one of allow) if ('action' in one) expect(doingsOf(frame, [one]), id).not.toEqual([])
      const doings = doingsOf(frame, allow)
      expect(new Set(labels(doings)).size).toBe(doings.length)
      for (const { action, applies, label } of doings)
        if (applies) expect(withIntervention(here, action, us(enter.atMs)), label).toHaveProperty('run')
    }
  })

  it('is done to those whom it may be done to, and says whom', () => {
    const { run, steps } = everyWalkthrough.find(({ id }) => id === 'failover')!
    const { enter } = steps.find(({ id }) => id === 'you-choose')!
    const frame = at(patched(run, enter as Exclude<typeof enter, 'here'>), 720_000)
    expect(doingsOf(frame, [{ action: 'promote', target: 'db3' }])).toEqual([
      { id: 'promote', label: 'Promote db3', action: { do: 'promote', node: 'db3' }, applies: true },
    ])
    expect(doingsOf(frame, [{ action: 'kill' }]).map(({ applies }) => applies)).toEqual([false, true, true])
    expect(labels(doingsOf(frame, [{ action: 'stop-applier', target: 'db2' }]))).toEqual(['Stop SQL: db2'])
    expect(labels(doingsOf(frame, [{ action: 'cut', target: 'db2~db1' }]))).toEqual(['Cut: link db1–db2'])
    expect(labels(doingsOf(frame, [{ action: 'rebuild', target: 'db1' }]))).toEqual([
      'Build anew from db2: db1',
      'Build anew from db3: db1',
    ])
    expect(doingsOf(frame, [{ set: 'failover.misses' }, { action: 'nobody-knows-this' }])).toEqual([])
  })
})
