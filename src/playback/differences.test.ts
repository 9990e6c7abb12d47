import { describe, expect, it } from 'vitest'
import type { Frame } from '../engine/index.ts'
import { differences } from './differences.ts'
import { runNamed, straight } from './fixtures/deck.ts'

const frame = (t = 400_000): Frame => structuredClone(straight(runNamed('home'), t).frame())
const between = (change: (there: Frame) => void) => {
  const [here, there] = [frame(), frame()]
  change(there)
  return differences(here, there)
}

describe('differences', () => {
  it('of a frame from itself are none', () => {
    expect(differences(frame(), frame())).toEqual([])
  })

  it('come in the order of their weight', () => {
    const found = between((there) => {
      there.mode.gate = 'blocked'
      there.links[0]!.state = 'cut'
      there.nodes[2]!.applied += 1
      there.nodes[1]!.process = 'down'
      there.epoch += 1
      there.nodes[0]!.role = 'fenced'
      there.counters.ok += 2
      there.counters.phantomReads += 1
      there.counters.atRisk += 1
      there.counters.lost += 4
    })
    expect(found.map(({ what }) => what)).toEqual([
      'lost',
      'atRisk',
      'phantomReads',
      'ok',
      'master',
      'epoch',
      'role',
      'process',
      'applied',
      'link',
      'gate',
    ])
    expect(found[0]).toEqual({ what: 'lost', at: '', here: 0, there: 4 })
    expect(found[4]).toEqual({ what: 'master', at: '', here: 'db1', there: '' })
    expect(found[7]).toEqual({ what: 'process', at: 'db2', here: 'up', there: 'down' })
  })

  it('name the master that clients should write to: up, and of the newest epoch', () => {
    const found = between((there) => {
      Object.assign(there.nodes[2]!, { role: 'master', epoch: 2 })
    })
    expect(found.find(({ what }) => what === 'master')).toMatchObject({ here: 'db1', there: 'db3' })
  })

  it('say of a node that only one of them has that it is absent in the other, and nothing more', () => {
    const [here, there] = [frame(), frame()]
    there.nodes.splice(1, 1)
    there.links = there.links.filter(({ a, b }) => a !== 'db2' && b !== 'db2')
    expect(differences(here, there)).toEqual([{ what: 'process', at: 'db2', here: 'up', there: 'absent' }])
    expect(differences(there, here)).toEqual([{ what: 'process', at: 'db2', here: 'absent', there: 'up' }])
  })

  it('count a client that waits for a second, but not one that waits as usual', () => {
    const waiting = (us: number) =>
      between((there) => {
        Object.assign(there.clients[0]!, { state: 'waiting', waitingSince: there.time - us, failingSince: null })
      }).filter(({ what }) => what === 'client')
    expect(waiting(999_999)).toEqual([])
    expect(waiting(1_000_000)).toMatchObject([{ here: 'answered', there: 'waiting' }])
    expect(
      between((there) => {
        Object.assign(there.clients[0]!, { waitingSince: null, failingSince: there.time - 2_000_000 })
      }),
    ).toMatchObject([{ what: 'client', here: 'answered', there: 'failing' }])
  })
})
