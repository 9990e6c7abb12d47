import { describe, expect, it } from 'vitest'
import type { Cell, NodeFrame } from '../engine/index.ts'
import { atRisk, onlyHereSentence } from './cells.ts'

const cells = (from: number, fates: Cell['fate'][]) => fates.map((fate, i) => ({ position: from + i, fate }) as Cell)
const node = (onlyHere: number[], held: Cell[]) => ({ id: 'db1', onlyHere, cells: held }) as unknown as NodeFrame

describe('what is promised on one node alone', () => {
  it('is at risk while the newest epoch has it', () => {
    const alone = node([5, 6], cells(4, ['kept', 'kept', 'kept']))
    expect(atRisk(alone)).toEqual([5, 6])
    expect(onlyHereSentence(alone)).toBe(
      '#5, #6 were promised and are on no other node that is up: without db1 they are at risk.',
    )
  })

  it('is at risk no more once it is lost', () => {
    expect(atRisk(node([4, 5, 6], cells(4, ['kept', 'lost', 'lost'])))).toEqual([4])
    expect(onlyHereSentence(node([5, 6], cells(5, ['lost', 'lost'])))).toBe('')
  })

  it('nor are those before the cells in sight, when the first of these is lost', () => {
    expect(atRisk(node([2, 3, 40], cells(9, ['lost', 'lost'])))).toEqual([])
  })
})
