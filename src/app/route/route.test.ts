import { describe, expect, it } from 'vitest'
import { linkHash } from '../../run/index.ts'
import { home } from '../../scenarios/index.ts'
import { routeOf } from './route.ts'

describe('the address', () => {
  it('is home without a hash, however little of it there is', () => {
    for (const hash of ['', '#', '#/']) expect(routeOf(hash)).toEqual({ page: 'home' })
  })

  it('is the empty lab, or a preset', () => {
    expect(routeOf('#/lab')).toEqual({ page: 'lab', open: 'empty' })
    expect(routeOf('#/lab/')).toEqual({ page: 'lab', open: 'empty' })
    expect(routeOf('#/lab?preset=semi-sync')).toEqual({ page: 'lab', open: 'preset', preset: 'semi-sync' })
  })

  it('is a run that the tab has kept', () => {
    expect(routeOf('#/lab?kept=1')).toEqual({ page: 'lab', open: 'kept' })
  })

  it('is a run at a moment, however damaged', () => {
    const link = linkHash(home.run, 240_001)
    if ('problem' in link) throw new Error(link.problem)
    for (const hash of [link.hash, link.hash.slice(0, 40), '#/lab?s=', '#/lab?t=3&s=1.abc'])
      expect(routeOf(hash)).toEqual({ page: 'lab', open: 'link' })
  })

  it('is where one chooses, whatever the needs', () => {
    for (const hash of ['#/choose', '#/choose/', '#/choose?places=3&old=never'])
      expect(routeOf(hash)).toEqual({ page: 'choose' })
  })

  it('is a walkthrough, at a step or where one was', () => {
    expect(routeOf('#/learn/ok-too-early/4')).toEqual({ page: 'learn', lesson: 'ok-too-early', step: 4, as: 'learn' })
    expect(routeOf('#/learn/ok-too-early?p=ok-too-early.4.2b')).toEqual({
      page: 'learn',
      lesson: 'ok-too-early',
      step: null,
      as: 'learn',
    })
    for (const as of ['present', 'presenter'])
      expect(routeOf(`#/${as}/failover/2`)).toEqual({ page: 'learn', lesson: 'failover', step: 2, as })
  })

  it('is where figures are made, whatever they are asked for', () => {
    for (const hash of ['#/embed-builder', '#/embed-builder?preset=semi-sync&figure=at%3Dm3'])
      expect(routeOf(hash)).toEqual({ page: 'build' })
  })

  it('leads nowhere elsewhere', () => {
    for (const hash of ['#/learn/1', '#/learn/a/b', '#/learn/a/100', '#lab2', '#/lab/x'])
      expect(routeOf(hash)).toEqual({ page: 'lab', open: 'nothing' })
  })
})
