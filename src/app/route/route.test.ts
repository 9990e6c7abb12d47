import { describe, expect, it } from 'vitest'
import { linkHash } from '../../run/index.ts'
import { home } from '../../scenarios/index.ts'
import { routeOf } from './route.ts'

const NOWHERE = 'This address leads nowhere.'
const route = (hash: string) => routeOf(hash, NOWHERE)

describe('the address', () => {
  it('is home without a hash, however little of it there is', () => {
    for (const hash of ['', '#', '#/']) expect(route(hash)).toEqual({ page: 'home' })
  })

  it('is the empty lab, or a preset', () => {
    expect(route('#/lab')).toEqual({ page: 'lab', open: 'empty' })
    expect(route('#/lab/')).toEqual({ page: 'lab', open: 'empty' })
    expect(route('#/lab?preset=semi-sync')).toEqual({ page: 'lab', open: 'preset', preset: 'semi-sync' })
  })

  it('is a run at a moment, and gives back exactly that run', () => {
    const link = linkHash(home.run, 240_001)
    if ('problem' in link) throw new Error(link.problem)
    expect(route(link.hash)).toEqual({ page: 'lab', open: 'run', run: home.run, t: 240_001 })
  })

  it('says in one sentence why it cannot be opened', () => {
    const link = linkHash(home.run, 0)
    if ('problem' in link) throw new Error(link.problem)
    const broken = [
      link.hash.replace('&t', 'x&t'),
      link.hash.slice(0, 40),
      link.hash.replace('s=1.', 's=9.'),
      '#/lab?s=',
      `#/lab?s=1.${'A'.repeat(3_000_000)}`,
    ]
    for (const hash of broken) {
      const answer = route(hash)
      expect(answer).toMatchObject({ page: 'lab', open: 'nothing' })
      expect('problem' in answer && answer.problem).toMatch(/^[^.]+(\.\d[^.]*)*\.$/)
    }
    expect(route('#/learn/1')).toEqual({ page: 'lab', open: 'nothing', problem: NOWHERE })
  })
})
