// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlapping, rectsOf } from '../gallery/fixtures/look.ts'
import { crowded, semiSyncTimesOut } from './fixtures.ts'
import { createRuler } from './ruler.ts'
import { createTimeline } from './timeline.ts'
import { type TimelineView, timelinePicture } from './timelinePicture.ts'

const s = (seconds: number) => Math.round(seconds * 1_000_000)
const svg = () => document.createElementNS('http://www.w3.org/2000/svg', 'svg')
const view: TimelineView = { from: s(4), to: s(9.2), width: 728, height: 172, selected: 'db2' }
const pointer = (type: string, x: number, y: number) =>
  Object.assign(new MouseEvent(type, { clientX: x, clientY: y, bubbles: true }), { pointerId: 1 })

describe('the timeline of the lab picture', () => {
  const { shapes, targets, rows } = timelinePicture(semiSyncTimesOut, s(8.32), view)
  const within = (key: string) => shapes.find((shape) => shape.key === key)!.children!

  it('has its lanes and its playhead where the picture has them', () => {
    expect(rows.rows.map(({ lane, y }) => [lane.id, y])).toEqual([
      ['clients', 46],
      ['db1', 72],
      ['db2', 98],
      ['db3', 124],
      ['monitor', 150],
    ])
    expect(shapes.find(({ key }) => key === 'playhead')!.attributes['transform']).toBe('translate(602.4 0)')
    expect(within('playhead')[0]!.attributes['d']).toBe('M0 24V162')
    expect(within('marks').find(({ key }) => key.startsWith('db1/death'))!.attributes['transform']).toBe(
      'translate(384 72)',
    )
  })

  it('draws the role as the weight of the line', () => {
    const weight = (lane: string, is: string) =>
      within('lines').find(({ key }) => key.startsWith(lane) && key.includes(`/${is}/`))!.attributes
    expect(weight('db1', 'master')['stroke-width']).toBe(5)
    expect(weight('db3', 'slave')['stroke-width']).toBe(1.5)
    expect(weight('db1', 'down')['stroke-dasharray']).toBe('4 4')
    expect(weight('db2', 'promoting')).toMatchObject({
      stroke: 'var(--accent)',
      d: 'M566.4 95.5H602.4M566.4 100.5H602.4',
    })
  })

  it('writes beside a lane, then starts the line', () => {
    const words = within('words').map((shape) => [shape.words, shape.attributes['x']])
    expect(words).toEqual([
      ['no answer', 398],
      ['down', 398],
    ])
  })

  it('a mark can be reached to the microsecond', () => {
    expect(targets.find(({ x, y }) => x === 312 && y === 72)).toMatchObject({ t: s(5.9) })
  })
})

describe.each([2, 3, 6, 9])('with %d nodes', (nodes) => {
  const data = crowded(nodes)
  const look: TimelineView = { from: 0, to: s(10), width: 728, height: 172 }

  it('no words lie on words, and none are smaller than 12 px', () => {
    const { shapes } = timelinePicture(data, s(7), look)
    expect(overlapping(rectsOf(shapes).filter(({ tag }) => tag === 'text'))).toEqual([])
    expect(JSON.stringify(shapes)).not.toMatch(/"font-size":(\d|1[01])[,}]/)
  })

  it('lanes keep at least 16 px and stay inside', () => {
    const { rows } = timelinePicture(data, s(7), look)
    expect(rows.pitch).toBeGreaterThanOrEqual(16)
    for (const { y } of rows.rows) expect(y).toBeLessThanOrEqual(172 - 8)
  })

  it('every lane can be brought into sight', () => {
    const seen = data.lanes.map(({ id }) =>
      timelinePicture(data, s(7), { ...look, selected: id }).rows.rows.some(({ lane }) => lane.id === id),
    )
    expect(seen.every(Boolean)).toBe(true)
  })
})

it('[stage] the same moment is the same SVG text, however it was reached', () => {
  const data = crowded(4)
  const draws = fc.record({
    time: fc.integer({ min: 0, max: s(8.9) }),
    from: fc.constantFrom(0, s(1.3), s(4)),
    width: fc.constantFrom(390, 728, 1368),
    selected: fc.constantFrom(null, 'db1', 'db3'),
  })
  const at = ({
    time,
    from,
    width,
    selected,
  }: {
    time: number
    from: number
    width: number
    selected: string | null
  }) =>
    [
      data,
      time,
      {
        from,
        to: from + s(5),
        width,
        height: 172,
        selected,
        hurried: [[s(2), s(3), 40]],
        milestones: [{ id: 5, t: s(4) }],
      },
    ] as const
  fc.assert(
    fc.property(fc.array(draws, { minLength: 2, maxLength: 8 }), (history) => {
      const used = svg()
      const drawing = createTimeline(used, { onSeek() {} })
      for (const moment of history) drawing.draw(...at(moment))
      const once = svg()
      createTimeline(once, { onSeek() {} }).draw(...at(history[history.length - 1]!))
      expect(used.outerHTML).toBe(once.outerHTML)
    }),
    { seed: 5, numRuns: 12 },
  )
})

describe('the pointer', () => {
  function scene() {
    const seeks: number[] = []
    const log: string[] = []
    const element = svg()
    const drawing = createTimeline(element, {
      onSeek: (t) => seeks.push(t),
      onScrubStart: () => log.push('start'),
      onScrubEnd: () => log.push('end'),
      onFact: (id) => log.push(`fact ${id}`),
    })
    drawing.draw(semiSyncTimesOut, s(8.32), view)
    return { seeks, log, element, drawing }
  }

  it('seeks where it is pressed and follows while it is held', () => {
    const { seeks, log, element } = scene()
    element.dispatchEvent(pointer('pointermove', 300, 10))
    element.dispatchEvent(pointer('pointerdown', 204, 10))
    element.dispatchEvent(pointer('pointermove', 324, 10))
    element.dispatchEvent(pointer('pointerup', 324, 10))
    element.dispatchEvent(pointer('pointermove', 444, 10))
    expect(seeks).toEqual([s(5), s(6)])
    expect(log).toEqual(['start', 'end'])
  })

  it('on a mark goes to exactly its instant, and trembling does not leave it', () => {
    const { seeks, log, element } = scene()
    element.dispatchEvent(pointer('pointerdown', 314, 70))
    element.dispatchEvent(pointer('pointermove', 316, 71))
    expect(seeks).toEqual([s(5.9)])
    expect(log[1]).toMatch(/^fact \d+$/)
  })

  it('does not leave what has been played', () => {
    const { seeks, element } = scene()
    element.dispatchEvent(pointer('pointerdown', 20, 10))
    element.dispatchEvent(pointer('pointermove', 700, 10))
    expect(seeks).toEqual([s(4), s(8.32)])
  })

  it('holds the paper still: a window that moves during a drag waits for its end', () => {
    const { seeks, element, drawing } = scene()
    element.dispatchEvent(pointer('pointerdown', 204, 10))
    drawing.draw(semiSyncTimesOut, s(5), { ...view, from: s(2), to: s(7.2) })
    element.dispatchEvent(pointer('pointermove', 324, 10))
    expect(seeks).toEqual([s(5), s(6)])
  })

  it('says nothing after destroy', () => {
    const { seeks, element, drawing } = scene()
    drawing.destroy()
    element.dispatchEvent(pointer('pointerdown', 204, 10))
    expect(seeks).toEqual([])
    expect(element.innerHTML).toBe('')
  })
})

describe('the small ruler', () => {
  it('stands as in the home picture', () => {
    const element = svg()
    createRuler(element, { onSeek() {} }).draw(
      { time: s(2.4), playedTo: s(2.4), from: 0, to: s(3.02) },
      { width: 300, kind: 'slim' },
    )
    const flag = element.querySelector('path[fill="var(--accent)"]')!.getAttribute('d')!
    expect(Number(flag.match(/^M([\d.]+)/)![1])).toBeCloseTo(233, 0)
    expect(element.getAttribute('height')).toBe('20')
  })

  it('seeks within what has been played', () => {
    const element = svg()
    const seeks: number[] = []
    createRuler(element, { onSeek: (t) => seeks.push(t) }).draw(
      { time: 0, playedTo: s(2), from: 0, to: s(3) },
      { width: 301, kind: 'broad' },
    )
    element.dispatchEvent(pointer('pointerdown', 100.5, 5))
    element.dispatchEvent(pointer('pointermove', 290, 5))
    expect(seeks).toEqual([s(1), s(2)])
  })
})
