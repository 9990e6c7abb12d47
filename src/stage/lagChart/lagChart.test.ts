import { expect, it } from 'vitest'
import type { Shape } from '../picture/index.ts'
import { type LagView, lagPicture } from './lagPicture.ts'
import { bandPath, linePath, stepPath } from './paths.ts'
import { roundValue, scaleOf } from './scale.ts'
import { type LagSeries, lagAt } from './series.ts'

const SECOND = 1_000_000
const at = [0, 1, 2, 3, 4].map((n) => n * SECOND)
const series: LagSeries = {
  from: 0,
  to: 10 * SECOND,
  playedTo: 4 * SECOND,
  step: SECOND,
  at,
  slaves: [
    {
      id: 'db2',
      trueUs: [0, 200_000, 1_200_000, 2_200_000, 0],
      reported: [null, 0, 0, 0, 0],
      heartbeatUs: [null, null, null, null, null],
      toReceive: [0, 4, 9, 14, 0],
      toApply: [0, 0, 0, 2, 1],
    },
    {
      id: 'db3',
      trueUs: [0, 1000, 1000, null, null],
      reported: [0, 0, 0, null, null],
      heartbeatUs: [null, null, null, null, null],
      toReceive: [0, 0, 0, null, null],
      toApply: [0, 0, 0, null, null],
    },
  ],
  alerts: [
    {
      id: 1,
      node: 'db2',
      reason: 'seconds',
      level: 'critical',
      from: 2 * SECOND,
      to: 3.5 * SECOND,
      fact: 9,
      noticedAt: 1 * SECOND,
    },
    { id: 2, node: 'db3', reason: 'no-data', level: 'critical', from: 3 * SECOND, to: null, fact: 12, noticedAt: null },
  ],
}
const view: LagView = {
  from: 0,
  to: 10 * SECOND,
  width: 728,
  height: 230,
  slave: 'db2',
  limits: { warnUs: SECOND, criticalUs: 2 * SECOND, warnEntries: 5, criticalEntries: 10 },
}
const flat = (shapes: readonly Shape[]): Shape[] => shapes.flatMap((shape) => [shape, ...flat(shape.children ?? [])])
const found = (key: string, of = lagPicture(series, 0, view)): Shape[] =>
  flat(of.shapes).filter((shape) => shape.key === key)

it('breaks a line where nobody could say, and never draws a zero instead', () => {
  const x = (t: number) => t / SECOND
  expect(linePath(at, [1, null, 2, 3, null], x, (v) => v)).toBe('M0 1M2 2L3 3')
  expect(stepPath(at, [null, 1, 1, 2, null], x, (v) => v)).toBe('M1 1H2H3V2H4')
  expect(bandPath(at, [0, 0, null, null, null], [2, 3, 1, 1, 1], x, (v) => v)).toMatch(/^M0 2.*Z$/)
})

it('NULL is written where a slave reports it, and the line of reports begins behind it', () => {
  expect(found('reported')[0]?.attributes['d']).not.toMatch(/^M84 /)
  expect(flat(lagPicture(series, 0, { ...view, to: 4 * SECOND }).shapes).some(({ words }) => words === 'NULL')).toBe(
    true,
  )
})

it('a handle stands on the line of its threshold, and a place on it is that value', () => {
  const { handles } = lagPicture(series, 0, view)
  expect(handles.map(({ path }) => path)).toEqual([
    'lag.warnMs',
    'lag.criticalMs',
    'lag.warnEntries',
    'lag.criticalEntries',
  ])
  const [warn, critical, entries] = handles
  expect(warn!.valueAt(warn!.y)).toBeCloseTo(1000, 3)
  expect(critical!.valueAt(critical!.y)).toBeCloseTo(2000, 3)
  expect(critical!.y).toBeLessThan(warn!.y)
  expect(entries!.valueAt(entries!.y)).toBeCloseTo(5, 6)
})

it('a threshold far above the data waits at the edge', () => {
  const far = { ...view.limits, criticalUs: 600 * SECOND }
  const { handles } = lagPicture(series, 0, { ...view, limits: far })
  expect(handles[1]).toMatchObject({ path: 'lag.criticalMs', above: true })
  expect(handles[0]!.above).toBe(false)
})

it('shows alerts of the slave in focus as bars, and where users could first have noticed', () => {
  expect(found('alert/1')).toHaveLength(1)
  expect(found('noticed/1')).toHaveLength(1)
  expect(found('alert/2')).toHaveLength(0)
  expect(found('alert/2', lagPicture(series, 0, { ...view, slave: 'db3' }))).toHaveLength(1)
  const { targets } = lagPicture(series, 0, view)
  expect(targets.map(({ t }) => t)).toEqual([2 * SECOND, 1 * SECOND])
})

it('only the playhead and the pointer move with the time', () => {
  const early = lagPicture(series, SECOND, view)
  const late = lagPicture(series, 3 * SECOND, { ...view, hover: 2 * SECOND })
  const rest = (shapes: readonly Shape[]) => shapes.filter(({ key }) => key !== 'playhead' && key !== 'pointer')
  rest(late.shapes).forEach((shape, i) => {
    expect(shape).toBe(rest(early.shapes)[i])
  })
  expect(found('pointer', late)[0]?.children).toHaveLength(1)
})

it('no words are smaller than 12 px or outside the picture', () => {
  for (const width of [390, 480, 728, 1300])
    for (const shape of flat(lagPicture(series, SECOND, { ...view, width }).shapes).filter(
      ({ tag }) => tag === 'text',
    )) {
      expect(Number(shape.attributes['font-size'])).toBeGreaterThanOrEqual(12)
      expect(Number(shape.attributes['x'])).toBeGreaterThanOrEqual(0)
      expect(Number(shape.attributes['x'])).toBeLessThanOrEqual(width)
    }
})

it('reads a moment off the last look before it', () => {
  expect(lagAt(series, 'db2', 2.5 * SECOND)).toMatchObject({ t: 2 * SECOND, trueUs: 1_200_000, toReceive: 9 })
  expect(lagAt(series, 'db3', 4 * SECOND)).toMatchObject({ trueUs: null, reported: null })
  expect(lagAt(series, 'db9', 0)).toBeNull()
})

it('a dragged value is one that a person would name', () => {
  expect([0.2, 1, 187, 1234, 96_000].map((value) => roundValue(value, 1))).toEqual([1, 1, 200, 1200, 100_000])
})

it('the scale keeps the lower threshold in sight', () => {
  const scale = scaleOf(10, 200, 100_000, 0, 100)
  expect(scale.top).toBeGreaterThan(200)
  expect(scale.top).toBeLessThan(1000)
  expect(scale.valueAt(scale.y(150))).toBeCloseTo(150)
  expect(scale.ticks.length).toBeGreaterThan(0)
})
