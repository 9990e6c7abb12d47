import { describe, expect, it } from 'vitest'
import { Company } from './masters.ts'

describe('several masters', () => {
  it('[U1] copies', () => {
    const lab = new Company()
    lab.does('c1', 'put', 5).pass(50)
    expect(lab.rows()).toEqual([['5'], ['5']])
    lab.does('c2', 'put', 7).pass(50)
    expect(lab.rows()).toEqual([['7'], ['7']])
    expect(lab.conflicts).toEqual([])
    lab.does('c1', 'put', 1).does('c2', 'put', 2).pass(50)
  })
})
