// The built pages read definitions without XState: what they read must be what XState itself would hold.
import { describe, expect, it } from 'vitest'
import { type AnyStateMachine, assign, cancel, createMachine, raise } from 'xstate'
import { atHand } from '../../packs/atHand.ts'
import { kitOf } from '../../packs/kit.ts'
import { define } from './definition.ts'
import * as without from './withoutXState.ts'

const readings = (machine: AnyStateMachine) => {
  const again = without.setup(machine.implementations).createMachine(machine.config as never)
  return [again as unknown as AnyStateMachine, machine].map((each) => {
    const { machine: _, ...reading } = define(each)
    return reading
  })
}

describe('without XState', () => {
  for (const [name, machine] of kitOf(atHand).machines)
    it(`${name} is read as with it`, () => {
      const [mine, theirs] = readings(machine as unknown as AnyStateMachine)
      expect(mine).toEqual(theirs)
      expect(mine!.transitions.length).toBeGreaterThan(0)
    })

  it('the built-in actions are read as XState’s own', () => {
    const later = { type: 'LATER' }
    const of = (actions: object[]) => ({ id: 'm', initial: 'a', states: { a: { entry: actions } } })
    const set = (add: object) => ({ actions: { add } })
    const given = [{ id: 'x', delay: 5 }, undefined] as const
    const theirs = define(
      createMachine(of([...given.map((how) => raise(later, how as never)), cancel('x'), 'add'] as never) as never, {
        ...(set(assign({ n: 1 }) as never) as object),
      }) as unknown as AnyStateMachine,
    )
    const mine = define(
      without
        .setup(set(without.assign({ n: 1 })) as never)
        .createMachine(
          of([...given.map((how) => without.raise(later, how)), without.cancel('x'), 'add'] as never),
        ) as unknown as AnyStateMachine,
    )
    expect(mine.states).toEqual(theirs.states)
  })

  it('a target that does not exist is an error', () => {
    const to = (target: string) => () =>
      without.setup({}).createMachine({ id: 'm', initial: 'a', states: { a: { on: { GO: target } } } })
    expect(to('a')).not.toThrow()
    expect(to('b')).toThrow('state "a" leads to "b", which does not exist.')
    expect(to('#m.b')).toThrow('leads to "b"')
    expect(to('#n')).toThrow('leads to "#n"')
  })
})
