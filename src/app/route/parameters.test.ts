// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest'
import { speak } from '../../words/index.ts'
import { LOOKS } from '../page/look.ts'
import { lookOf, PARAMETERS, parameter } from './parameters.ts'

afterEach(() => speak('master-slave'))

describe('the parameters of an address', () => {
  it('stand in the hash or before it, and the hash wins', () => {
    expect(lookOf('#/lab?preset=semi-sync&theme=dark', '?theme=light&terms=source-replica')).toEqual({
      theme: 'dark',
      terms: 'source-replica',
    })
    expect(lookOf('#/?text=150&motion=reduced&announce=off&keys=off')).toEqual({
      textSize: 150,
      motion: 'reduced',
      announce: 'off',
      shortcuts: false,
    })
  })

  it('are what they are otherwise when they are none', () => {
    const wrong = '#/lab?theme=pink&terms=__proto__&text=1000&motion=&announce=loud&keys=%E0%A4%A'
    expect(lookOf(wrong)).toEqual({})
    expect(lookOf('#/lab?theme=dark&theme=light')).toEqual({ theme: 'dark' })
    expect(lookOf('')).toEqual({})
  })

  it('cover every look, and every value that is usual', () => {
    const set = Object.values(PARAMETERS).flatMap((sets) => sets ?? [])
    expect(set.sort()).toEqual(Object.keys(LOOKS).sort())
    expect(parameter('preset', '#/lab?preset=a%2Db')).toBe('a-b')
  })
})
