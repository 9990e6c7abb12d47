import { expect, test } from 'vitest'
import { SmallWorld } from '../observe/smallWorld.ts'
import { ERROR, UNKNOWN } from '../writes.ts'
import { Conservation } from './conservation.ts'
import { honestStory, verdict } from './verdict.ts'

test('[I8] counters that tell the truth are fine', () => {
  expect(verdict(honestStory(new SmallWorld()), 'I8').held).toBe(true)
})

test('[I8] an OK that nobody counted as lost is found', () => {
  const small = new SmallWorld()
  small.write()
  const write = small.log('db1')
  small.commit('db1').tell(write, 'db1').kill('db1')
  expect(verdict(small, 'I8').held).toBe(true)
  // The kernel would mark w2 as lost here; this world forgets it.
  small.promote('db2')
  expect(verdict(small, 'I8').violation?.text).toMatch(/^The counters say 2 kept, but there are 1\.$/)
})

test('[I8] every counter is looked at', () => {
  const small = new SmallWorld()
  small.write()
  const [failed, unclear] = [small.log('db1'), small.log('db1')]
  small.tell(failed, 'db1', ERROR, 'write-error').tell(unclear, 'db1', UNKNOWN, 'write-unknown')
  small.log('db1')
  const honest = small.observers.counters(small.world)
  const fact = { id: 1, t: 0, at: 'db1', kind: 'killed', args: {}, cause: 0 } as const
  const told = (lie: Partial<typeof honest>): boolean => {
    const checker = new Conservation(() => ({ ...honest, ...lie }))
    checker.see(fact, small.world)
    return checker.frame(small.world).held
  }
  expect(told({})).toBe(true)
  for (const name of ['ok', 'error', 'unknown', 'pending', 'surviving', 'atRisk', 'lost', 'ghost'] as const)
    expect([name, told({ [name]: honest[name] + 1 })]).toEqual([name, false])
  expect(told({ surviving: honest.surviving + 5, atRisk: honest.atRisk - 5 })).toBe(false)
})
