import { expect, it } from 'vitest'
import { FACTS, type FactKind } from '../../engine/index.ts'
import { LOG_KINDS, logKindOf } from './logKinds.ts'

it('every kind of event belongs to a group of the log, and every group has some', () => {
  const kinds = Object.keys(FACTS) as FactKind[]
  const homeless = kinds.filter((kind) => logKindOf(kind) === undefined)
  expect(homeless).toEqual([])
  for (const group of LOG_KINDS) expect(kinds.filter((kind) => logKindOf(kind) === group).length).toBeGreaterThan(3)
})
