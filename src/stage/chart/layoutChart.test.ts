import { describe, expect, it } from 'vitest'
import { type MachineChart, machineCharts } from '../../engine/index.ts'
import { circle, dense, nested, roleOfThePicture } from './fixtures.ts'
import { type Layout, overlap, type Rect } from './layout.ts'
import { layoutChart } from './layoutChart.ts'

const machines: Record<string, MachineChart> = {
  ...machineCharts(),
  'the picture': roleOfThePicture,
  'a circle': circle,
  'states in states': nested,
  'one state': { ...dense(1), id: 'one' },
  'four states, all ways': dense(4),
  'nine states, all ways': dense(9),
}

interface Thing {
  name: string
  at: Rect
}
const boxesOf = (layout: Layout): Thing[] => layout.boxes.map((at) => ({ name: `box ${at.path}`, at }))
const wordsOf = (layout: Layout): Thing[] => layout.words.map((one) => ({ name: `words ${one.key}`, at: one.ink }))
const targetsOf = (layout: Layout): Thing[] =>
  layout.words.filter(({ ids }) => ids.length > 0).map((one) => ({ name: `target ${one.key}`, at: one.target }))

function collisions(things: Thing[]): string[] {
  return things.flatMap((a, i) =>
    things
      .slice(i + 1)
      .filter((b) => overlap(a.at, b.at))
      .map((b) => `${a.name} on ${b.name}`),
  )
}

/** The straight pieces of a line, as thin rectangles. */
function piecesOf(d: string): Rect[] {
  const [, x0, y0] = d.match(/^M(-?[\d.]+) (-?[\d.]+)/)!.map(Number)
  let [x, y] = [x0!, y0!]
  return [...d.matchAll(/([hv])(-?[\d.]+)/g)].map(([, way, by]) => {
    const [x2, y2] = way === 'h' ? [x + Number(by), y] : [x, y + Number(by)]
    const rect = { x: Math.min(x, x2), y: Math.min(y, y2), width: Math.abs(x2 - x), height: Math.abs(y2 - y) }
    ;[x, y] = [x2, y2]
    return rect
  })
}
const inner = ({ x, y, width, height }: Rect): Rect => ({ x: x + 1, y: y + 1, width: width - 2, height: height - 2 })

describe.each(Object.entries(machines))('the chart of %s', (_, machine) => {
  const layout = layoutChart(machine, 280)

  it('shows every state once and every transition somewhere', () => {
    const shown = [...layout.boxes, ...layout.frames].map(({ path }) => path)
    expect(shown.sort()).toEqual(machine.states.map(({ path }) => path).sort())
    const inscribed = layout.words.flatMap(({ ids }) => ids)
    expect(inscribed.sort()).toEqual(machine.transitions.map(({ id }) => id).sort())
  })

  it('puts no words on words or boxes', () => {
    expect(collisions([...boxesOf(layout), ...wordsOf(layout)])).toEqual([])
  })

  it('puts no line through words or boxes', () => {
    const solid = [...boxesOf(layout), ...wordsOf(layout)]
    const struck = layout.lines.flatMap(({ key, d }) =>
      piecesOf(d).flatMap((piece) =>
        solid.filter(({ at }) => overlap(piece, inner(at))).map(({ name }) => `${key} through ${name}`),
      ),
    )
    expect(struck).toEqual([])
  })

  it('has targets of at least 24 px that do not share a point', () => {
    for (const { target } of layout.words.filter(({ ids }) => ids.length > 0)) {
      expect(target.width).toBeGreaterThanOrEqual(24)
      expect(target.height).toBeGreaterThanOrEqual(24)
    }
    expect(collisions(targetsOf(layout))).toEqual([])
  })

  it('stays within its width and height', () => {
    for (const { at, name } of [
      ...boxesOf(layout),
      ...wordsOf(layout),
      ...layout.frames.map((at) => ({ name: at.path, at })),
    ]) {
      expect(at.x, name).toBeGreaterThanOrEqual(0)
      expect(at.x + at.width, name).toBeLessThanOrEqual(280.01)
      expect(at.y + at.height, name).toBeLessThanOrEqual(layout.height)
    }
  })

  it('comes out the same every time', () => {
    expect(layoutChart(structuredClone(machine), 280)).toEqual(layout)
  })
})

describe('our own machines', () => {
  it('have no word cut', () => {
    for (const machine of Object.values(machineCharts())) {
      const { words } = layoutChart(machine, 280)
      expect(words.filter((one) => one.words.endsWith('…')).map((one) => one.title)).toEqual([])
    }
  })
})

describe('the chart of the picture', () => {
  const layout = layoutChart(roleOfThePicture, 280)
  const at = (path: string) => {
    const { x, y, width } = layout.boxes.find((box) => box.path === path)!
    return [x, y, width]
  }

  it('reads down the left column, across, up the right one', () => {
    expect(at('slave')).toEqual([0, 8, 78])
    expect(at('candidate')).toEqual([0, 72, 78])
    expect(at('drain')).toEqual([0, 136, 78])
    expect(at('promote')).toEqual([200, 136, 80])
    expect(at('master')).toEqual([200, 72, 80])
    expect(at('fenced')).toEqual([200, 8, 80])
    expect(layout.height).toBe(176)
  })

  it('writes beside its lines', () => {
    const places = layout.words.map(({ words, x, y, anchor }) => [words, x, y, anchor])
    expect(places).toContainEqual(['CONFIRM_DOWN', 48, 55, 'start'])
    expect(places).toContainEqual(['relay empty', 88, 141, 'start'])
    expect(places).toContainEqual(['takes writes', 232, 119, 'end'])
  })
})

it('the story of the real role machine reads from top to bottom', () => {
  const { boxes } = layoutChart(machineCharts()['role']!, 280)
  const down = boxes
    .filter(({ path, x }) => x === 0 && !path.includes('.'))
    .sort((a, b) => a.y - b.y)
    .map(({ path }) => path)
  expect(down).toEqual(['candidate', 'drain', 'promote', 'master', 'fenced', 'rewinding'])
})
