import { describe, expect, it } from 'vitest'
import type { Command } from './transport.ts'
import { createTransport } from './transportMachine.ts'

type Name = Exclude<Command['do'], 'speed' | 'auto-pace'>

describe('the transport', () => {
  const everything: Name[] = [
    'load',
    'play',
    'pause',
    'step',
    'step-back',
    'next-milestone',
    'previous-milestone',
    'seek',
    'reset',
    'latest',
    'act',
    'revise',
    'undo',
    'redo',
    'open-branch',
    'rename-branch',
    'drop-branch',
    'compare',
  ]
  const allowed = (transport: ReturnType<typeof createTransport>) =>
    everything.filter((type) => transport.may({ type }))

  it('allows only loading before there is a run, and nothing forward at the end', () => {
    const transport = createTransport()
    expect(allowed(transport)).toEqual(['load'])
    transport.send({ type: 'load' })
    expect(transport.state).toBe('paused')
    expect(allowed(transport)).toEqual(everything)
    transport.send({ type: 'exhausted' })
    expect(transport.state).toBe('ended')
    expect(everything.filter((type) => !allowed(transport).includes(type))).toEqual(['play', 'step', 'next-milestone'])
    transport.send({ type: 'more' })
    expect(transport.state).toBe('paused')
  })

  it('stops for a look at single moments, and plays on through the rest', () => {
    const stateAfter = (type: Name) => {
      const transport = createTransport()
      for (const event of ['load', 'play', type] as const) transport.send({ type: event })
      return transport.state
    }
    expect(everything.filter((type) => stateAfter(type) === 'playing')).toEqual([
      'play',
      'seek',
      'latest',
      'act',
      'revise',
      'undo',
      'redo',
      'open-branch',
      'rename-branch',
      'drop-branch',
      'compare',
    ])
    expect(everything.filter((type) => stateAfter(type) === 'paused')).toHaveLength(everything.length - 11)
  })

  it('keeps speed and auto pace through everything', () => {
    const transport = createTransport()
    transport.send({ type: 'speed', speed: 4 })
    transport.send({ type: 'auto-pace', on: false })
    for (const type of everything) transport.send({ type })
    expect([transport.speed, transport.autoPace]).toEqual([4, false])
  })
})
