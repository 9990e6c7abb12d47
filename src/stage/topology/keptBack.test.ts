import { describe, expect, it } from 'vitest'
import type { Frame } from '../../engine/index.ts'
import { arrange } from './arrange.ts'
import { s } from './fixtures/frames.ts'
import { cutOff, keptBack, refused, switchedOff } from './fixtures/places.ts'
import { all, VIEW } from './fixtures/view.ts'
import { castOf } from './layout.ts'
import { leaseShare } from './lease.ts'
import { scene } from './scene.ts'
import { copied } from './slaveGauge.ts'

function drawn(frame: Frame, time = frame.time) {
  const layout = arrange('wide', castOf(frame), { width: 728, height: 564 })
  const shapes = scene({ frame, time, view: VIEW }, layout, 'test')
  const find = (key: string) => all(shapes).find((one) => one.key === key)
  const within = (key: string) => all(find(key)?.children ?? [])
  return { shapes, find, within, words: (key: string) => within(key).flatMap((one) => one.words ?? []) }
}

describe('what keeps a node back is on its card', () => {
  it('a lease empties evenly until it is over', () => {
    const [db1] = keptBack.nodes
    const share = (time: number) => leaseShare({ frame: keptBack, time: s(time), view: VIEW }, db1!)
    expect([share(1.5), share(1.7), share(1.9), share(3)]).toEqual([0.4, 0.2, 0, 0])
    expect(
      drawn(keptBack)
        .within('card-db1')
        .some(({ key }) => key === 'lease'),
    ).toBe(true)
    expect(drawn(keptBack).words('card-db1')).toContain('lease, 0.4 s left')
    expect(drawn(keptBack, s(1.7)).words('card-db1')).toContain('lease, 0.2 s left')
  })

  it('a delayed slave says how long it holds the next entry, a blocked one wears a lock', () => {
    const { within, words } = drawn(keptBack)
    expect(words('card-db2').join()).toContain('held 0.8 s')
    expect(within('card-db2').some(({ key }) => key === 'face')).toBe(true)
    expect(words('card-db3')).toContain('locked, 3 behind')
    expect(within('card-db3').some(({ key }) => key === 'shackle')).toBe(true)
  })

  it('a copy fills its band and its gauge with the time, and leaves the strip empty', () => {
    const db4 = keptBack.nodes[3]!
    const share = (time: number) => copied({ frame: keptBack, time: s(time), view: VIEW }, db4)
    expect(share(1.5)).toBeCloseTo(0.4, 6)
    expect(share(1.85)).toBeCloseTo(0.7, 6)
    expect(share(9)).toBe(1)
    const { words, within, find } = drawn(keptBack, s(1.85))
    expect(words('card-db4')).toContain('14 of 20 MB')
    expect(words('copy-db4')).toEqual(['14 of 20 MB'])
    expect(within('link-db2~db4').map(({ key }) => key)).toContain('done')
    expect(within('card-db4').some(({ key }) => key.startsWith('cell-'))).toBe(false)
    // It hopes for nothing from its upstream yet.
    expect(find('link-db1~db4')).toBeUndefined()
  })

  it('a refused slave names what is purged, and the log of its upstream is torn there', () => {
    const { words, within } = drawn(refused)
    expect(words('card-db3')).toContain('#5 is purged')
    expect(words('card-db1')).toContain('purged up to #20')
    expect(within('card-db1').some(({ key }) => key === 'torn')).toBe(true)
    const held = within('card-db1').filter(({ key }) => /^cell-\d/.test(key))
    expect(held.map(({ key }) => key)).toEqual(['cell-21', 'cell-22', 'cell-23', 'cell-24'])
  })

  it('a heartbeat row has a beat for a number, and lag by heartbeat stands beside what is reported', () => {
    const { within, words } = drawn(refused)
    const beats = within('card-db2').filter(({ key }) => key === 'cell-20')
    expect(beats).toHaveLength(2)
    for (const beat of beats) {
      expect(all(beat.children ?? []).map(({ key }) => key)).toContain('beat')
      expect(all(beat.children ?? []).some(({ words }) => words !== undefined)).toBe(false)
    }
    expect(words('card-db2')).toEqual(expect.arrayContaining(['says 0 s', '0.62 s']))
  })
})

describe('who is kept from writing', () => {
  it('behind a proxy, switched off and read-only look different', () => {
    const barred = drawn(cutOff)
    expect(barred.words('card-db1')).toEqual(expect.arrayContaining(['BARRED', 'no client gets through']))
    expect(barred.within('card-db1').some(({ key }) => key === 'shackle')).toBe(true)
    const off = drawn(switchedOff)
    expect(off.words('card-db1')).toContain('switched off at 1.300 s')
    expect(off.within('card-db1').some(({ key }) => key === 'switch')).toBe(true)
    expect(off.words('card-db2')).toContain('no writes since 1.200 s')
    const dead = { ...switchedOff, settings: {} }
    expect(drawn(dead).words('card-db1')).toContain('stopped at 1.300 s')
  })
})

describe('data centres', () => {
  it('have an outline with their name, and strokes where they are cut off', () => {
    const { words, within } = drawn(cutOff)
    expect(words('center-east')).toEqual(['east, cut off'])
    expect(words('center-west')).toEqual(['west'])
    expect(within('center-east').some(({ key }) => key === 'strokes')).toBe(true)
    expect(within('center-west').some(({ key }) => key === 'strokes')).toBe(false)
  })

  it('grow around a card that a hand has moved', () => {
    const layout = arrange('wide', castOf(cutOff), { width: 728, height: 564 })
    const home = layout.centers[0]!.box
    const view = { ...VIEW, moved: { db2: { x: home.x - 60, y: home.y + 40 } } }
    const outline = all(scene({ frame: cutOff, time: cutOff.time, view }, layout, 'test'))
      .find(({ key }) => key === 'center-east')!
      .children!.find(({ key }) => key === 'outline')!.attributes
    expect(outline['x']).toBe(home.x - 74)
  })
})
