import { describe, expect, it } from 'vitest'
import type { Frame } from '../../engine/index.ts'
import type { Selection } from '../page/page.ts'
import { type Arrow, everybody, walk } from './walk.ts'

const nodeOf = (id: string, upstream: string | null, role = upstream ? 'slave' : 'master') => ({ id, upstream, role })
const frame = {
  nodes: [nodeOf('db1', null), nodeOf('db2', 'db1'), nodeOf('db3', 'db1'), nodeOf('db4', 'db3')],
  clients: [
    { id: 'c1', target: 'db1' },
    { id: 'c2', target: 'db1' },
  ],
  monitors: [{ id: 'monitor', watches: 'db1' }],
  links: ['db1~db2', 'db1~db3', 'db3~db4'].map((id) => {
    const [from, to] = id.split('~')
    return { id, from, to, kind: 'replication', state: 'up' }
  }),
} as unknown as Frame

const spelled = (one: Selection | null) => one?.id ?? 'nowhere'
function path(from: string, ...arrows: Arrow[]): string[] {
  let here: Selection | null = everybody(frame).find(({ id }) => id === from) ?? null
  return arrows.map((arrow) => {
    here = walk(frame, here, arrow)
    return spelled(here)
  })
}

describe('arrows along the topology', () => {
  it('right goes downstream, left upstream, from the client to the last tier', () => {
    expect(path('c2', 'right', 'right')).toEqual(['db1', 'db2'])
    expect(path('db3', 'right')).toEqual(['db4'])
    expect(path('db4', 'left', 'left', 'left')).toEqual(['db3', 'db1', 'c1'])
    expect(path('db4', 'right')).toEqual(['nowhere'])
  })

  it('down and up go to siblings, then to clients and the monitor, then to the links, and round', () => {
    const down = Array.from({ length: 8 }, () => 'down' as const)
    expect(path('db2', ...down)).toEqual(['db3', 'c1', 'c2', 'monitor', 'db1~db2', 'db1~db3', 'db3~db4', 'db1'])
    expect(path('db2', 'up')).toEqual(['db3~db4'])
    expect(path('db1~db3', 'left')).toEqual(['db1'])
    expect(path('db1~db3', 'right')).toEqual(['db3'])
    expect(path('monitor', 'right')).toEqual(['db1'])
  })

  it('reach everybody from anybody', () => {
    const arrows: Arrow[] = ['up', 'down', 'left', 'right']
    for (const start of everybody(frame)) {
      const reached = new Set([spelled(start)])
      const ahead: Selection[] = [start]
      for (let one = ahead.pop(); one; one = ahead.pop())
        for (const arrow of arrows) {
          const next = walk(frame, one, arrow)
          if (!next || reached.has(spelled(next))) continue
          reached.add(spelled(next))
          ahead.push(next)
        }
      expect(reached.size).toBe(everybody(frame).length)
    }
  })

  it('start at the master when nobody is selected, or somebody who is gone', () => {
    expect(walk(frame, null, 'up')).toEqual({ kind: 'node', id: 'db1' })
    expect(walk(frame, { kind: 'node', id: 'db9' }, 'right')).toEqual({ kind: 'node', id: 'db1' })
  })
})
