import { describe, expect, it } from 'vitest'
import type { Frame, MessageFrame } from '../../engine/index.ts'
import { type Shape, textWidth } from '../picture/index.ts'
import { arrange } from './arrange.ts'
import { entry, fact, frame, link, master, message, s, slave } from './fixtures/frames.ts'
import { VIEW } from './fixtures/view.ts'
import { castOf } from './layout.ts'
import { scene } from './scene.ts'
import type { StageView } from './view.ts'

const withMessages = (messages: MessageFrame[], part: Partial<Frame> = {}) =>
  frame(1, {
    nodes: [master('db1', 30, 30), slave('db2', 20, 20), slave('db3', 20, 20)],
    links: [link('db1', 'db2'), link('db1', 'db3')],
    messages,
    ...part,
  })

/** All shapes of the picture at that many seconds, outermost first. */
function shapesAt(one: Frame, seconds: number, view: Partial<StageView> = {}): Shape[] {
  const layout = arrange('wide', castOf(one), { width: 728, height: 564 })
  const all: Shape[] = []
  const collect = (shapes: readonly Shape[]) => {
    for (const shape of shapes) {
      all.push(shape)
      collect(shape.children ?? [])
    }
  }
  collect(scene({ frame: one, time: s(seconds), view: { ...VIEW, ...view } }, layout, 'test'))
  return all
}

const tokens = (one: Frame, seconds: number, view: Partial<StageView> = {}) =>
  shapesAt(one, seconds, view).filter(({ key }) => key.startsWith('entries-'))

/** Where a shape's own (0, 0) stands. */
const placeOf = ({ attributes }: Shape) => {
  const [x = 0, y = 0] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(String(attributes['transform']))!.slice(1).map(Number)
  return { x, y }
}

/** The box of a token without its rim. */
function boxOf(token: Shape) {
  const [rim, cell] = token.children!
  const place = placeOf(token)
  const number = (name: string) => Number(rim!.attributes[name])
  const text = cell!.children!.find(({ tag }) => tag === 'text')
  return {
    x: place.x + number('x') + 3,
    y: place.y + number('y') + 3,
    width: number('width') - 6,
    height: number('height') - 6,
    text: text?.words,
  }
}
const middle = (token: Shape) => boxOf(token).x + boxOf(token).width / 2

describe('entries under way', () => {
  it('stand where time puts them: from the sender when sent, at the receiver when due', () => {
    const one = withMessages([entry('db1', 'db2', 21, [1, 1.04])])
    const at = (seconds: number) => middle(tokens(one, seconds)[0]!)
    expect(at(1)).toBeCloseTo(340, 0)
    expect(at(1.04)).toBeCloseTo(459, 0)
    expect(at(1.01)).toBeLessThan(at(1.02))
    expect(at(1.02)).toBeCloseTo(399.5, 0)
  })

  it('with reduced motion wait in the middle of their way', () => {
    const one = withMessages([entry('db1', 'db2', 21, [1, 1.04])])
    const still = [1.001, 1.02, 1.039].map((t) => middle(tokens(one, t, { reducedMotion: true })[0]!))
    expect(new Set(still).size).toBe(1)
  })

  it('pile up at a stall, side by side, none hidden', () => {
    const held = Array.from({ length: 6 }, (_, i) => ({
      ...entry('db1', 'db2', 21 + i, [1, 1.04]),
      held: true,
      path: [
        [s(1), 0],
        [s(1.02), 0.7],
      ] as [number, number][],
    }))
    const one = withMessages(held, { links: [link('db1', 'db2', { state: 'stalled' }), link('db1', 'db3')] })
    const boxes = tokens(one, 2).map(boxOf)
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1)) {
        const apart = Math.max(
          Math.abs(a.x + a.width / 2 - b.x - b.width / 2) - (a.width + b.width) / 2,
          Math.abs(a.y - b.y) - 22,
        )
        expect(apart, `${a.text} and ${b.text}`).toBeGreaterThan(0)
      }
    }
    // What has no room any more is named by the last one.
    const named = boxes.flatMap(({ text }) => text!.split('-').map(Number))
    expect(Math.min(...named)).toBe(21)
    expect(Math.max(...named)).toBe(26)
  })

  it('held where there is no room beside the first are one token with its range', () => {
    const held = Array.from({ length: 6 }, (_, i) => ({
      ...entry('db1', 'db2', 21 + i, [1, 1.04]),
      held: true,
      path: [
        [s(1), 0],
        [s(1.02), 0.3],
      ] as [number, number][],
    }))
    const one = withMessages(held, { links: [link('db1', 'db2', { state: 'stalled' }), link('db1', 'db3')] })
    expect(tokens(one, 2, { layout: 'stacked' }).map((token) => boxOf(token).text)).toEqual(['21-26'])
  })

  it('that follow each other closely are one token with its range', () => {
    const many = Array.from({ length: 20 }, (_, i) => entry('db1', 'db2', 11 + i, [0.9 + i * 0.002, 1 + i * 0.002]))
    const shown = tokens(withMessages(many), 0.95).map((token) => boxOf(token).text!)
    expect(shown.length).toBeLessThan(6)
    const covered = shown.flatMap((text) => {
      const [from, to] = text.split('-').map(Number)
      return Array.from({ length: (to ?? from!) - from! + 1 }, (_, i) => from! + i)
    })
    expect(covered.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => 11 + i))
  })

  it('too quick to be followed at the present rate are a pulse of their link, counted', () => {
    const one = withMessages([entry('db1', 'db2', 21, [0.999, 1.002], { last: 25 })])
    expect(tokens(one, 1)).toEqual([])
    const count = shapesAt(one, 1).find(({ key }) => key === 'count')
    expect(count?.words).toBe('×5')
    expect(tokens(one, 1, { usPerSecond: 4000 })).toHaveLength(1)
  })

  it('lost on their way leave a hollow cell where they were, and it goes', () => {
    const args = { reason: 'entries', peer: 'db2', from: 21, to: 21, place: 500_000 }
    const one = withMessages([], { recent: [fact(1, 'db1~db2', 'dropped', args)] })
    const dropped = (t: number) => shapesAt(one, t).filter(({ key }) => key.startsWith('dropped-'))
    expect(dropped(1.01)).toHaveLength(1)
    // 600 ms at 1 s = 40 ms.
    expect(dropped(1.0239)).toHaveLength(1)
    expect(dropped(1.0241)).toHaveLength(0)
  })
})

describe('acknowledgements', () => {
  it('have their word beside them only where it covers no card', () => {
    const ack = message('ack', 'db2', 'db1', [1, 1.04], { last: 20, word: 'received' })
    const one = withMessages([ack])
    const cards = [...arrange('wide', castOf(one), { width: 728, height: 564 }).cards.values()]
    let said = 0
    for (let ms = 0; ms < 40; ms++) {
      const word = shapesAt(one, 1 + ms / 1000).find(({ key, words }) => key === 'word' && words === 'received')
      if (!word) continue
      said++
      const half = textWidth('received', { bold: true }) / 2
      const [x, y] = [Number(word.attributes['x']), Number(word.attributes['y'])]
      const covered = cards.filter(
        (c) => x + half > c.x && x - half < c.x + c.width && y > c.y && y - 12 < c.y + c.height,
      )
      expect(covered, `${ms} ms`).toEqual([])
    }
    expect(said).toBeGreaterThan(10)
  })

  it('travel on a lane of their own, 22 beside the link', () => {
    const ack = message('ack', 'db2', 'db1', [1, 1.04], { last: 20, word: 'received' })
    const one = withMessages([ack, entry('db1', 'db2', 21, [1, 1.04])])
    const ring = placeOf(shapesAt(one, 1.02).find(({ key }) => key.startsWith('ack-'))!)
    const token = boxOf(tokens(one, 1.02)[0]!)
    expect(Math.hypot(ring.x - token.x - 11, ring.y - token.y - 11)).toBeCloseTo(22, 0)
  })
})
