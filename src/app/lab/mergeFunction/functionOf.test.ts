import { describe, expect, it } from 'vitest'
import { decodeRun, encodeRun, parseRun, type Run, withIntervention } from '../../../run/index.ts'
import { actionsToUse, functionOf } from './functionOf.ts'

function runWith(source: string): Run {
  const parsed = parseRun({
    scenario: {
      nodes: ['db1', 'db2'].map((id) => ({ id, role: 'master' })),
      failover: { monitor: false },
      multiMaster: { topology: 'all-to-all', function: source },
    },
  })
  if ('problem' in parsed) throw new Error(parsed.problem)
  return parsed.run
}
function using(run: Run, t: number, source: string): Run {
  let now = run
  for (const action of actionsToUse(source, { source: functionOf(run, t), rule: 'wall-clock' })) {
    const added = withIntervention(now, action, t)
    if ('problem' in added) throw new Error(added.problem)
    now = added.run
  }
  return now
}

describe('the function of a run', () => {
  it('is the one of its scenario, until another one is used, from right after that instant on', () => {
    const run = using(runWith('(a) => a.value'), 500_000, '(a, b) => b.value')
    expect(functionOf(run, 0)).toBe('(a) => a.value')
    expect(functionOf(run, 500_000)).toBe('(a) => a.value')
    expect(functionOf(run, 500_001)).toBe('(a, b) => b.value')
    expect(functionOf(runWith(''), 1)).toBe('')
  })

  it('travels in the link, whatever its letters', () => {
    const source = '(a, b) => {\n  // größer, 大\n  return "`\\u0000`"\n}'
    const link = encodeRun(using(runWith(''), 1000, source))
    if ('problem' in link) throw new Error(link.problem)
    const back = decodeRun(link.text)
    if ('problem' in back) throw new Error(back.problem)
    expect(functionOf(back.run, 1001)).toBe(source)
  })
})

describe('using a function', () => {
  const source = '(a) => a.value'
  it('sets it, and then the rule, each where it is not so already', () => {
    const rule = { do: 'set', path: 'multiMaster.rule', value: 'function' }
    expect(actionsToUse(source, { source: '', rule: 'wall-clock' })).toEqual([{ do: 'set-function', source }, rule])
    expect(actionsToUse(source, { source: '', rule: 'function' })).toEqual([{ do: 'set-function', source }])
    expect(actionsToUse(source, { source, rule: 'arrival' })).toEqual([rule])
    expect(actionsToUse(source, { source, rule: 'function' })).toEqual([])
  })
})
