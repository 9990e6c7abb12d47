// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEngine, type Frame } from '../../engine/index.ts'
import type { Run } from '../../run/index.ts'
import { everyPreset, preset } from '../../scenarios/index.ts'
import { pictures } from './fixtures/pictures.ts'
import { VIEW } from './fixtures/view.ts'
import { createStage, type LayoutKind, type StageView } from './index.ts'

const ROOM: Record<LayoutKind, [number, number]> = { wide: [728, 564], hero: [760, 392], stacked: [390, 416] }

function onPage() {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg') as SVGSVGElement
  document.body.append(svg)
  const stage = createStage(svg)
  return {
    svg,
    draw(frame: Frame, view: Partial<StageView> = {}, time = frame.time): string {
      const all = { ...VIEW, ...view }
      stage.resize(...ROOM[all.layout])
      stage.draw(frame, time, all)
      return svg.innerHTML
    },
    close() {
      stage.destroy()
      svg.remove()
    },
  }
}

/** What a stage shows that has never shown anything else. */
function afresh(frame: Frame, view: Partial<StageView> = {}, time = frame.time): string {
  const page = onPage()
  const text = page.draw(frame, view, time)
  page.close()
  return text
}

describe('the stage is a function of frame, time and view', () => {
  it('whatever was drawn before, the same picture is the same text', () => {
    const alone = pictures.map(({ frame, layout, view }) => afresh(frame, { layout, ...view }))
    const page = onPage()
    fc.assert(
      fc.property(fc.array(fc.nat(pictures.length - 1), { minLength: 2, maxLength: 6 }), (order) => {
        for (const i of order) {
          const { frame, layout, view } = pictures[i]!
          expect(page.draw(frame, { layout, ...view })).toBe(alone[i])
        }
      }),
      { seed: 11, numRuns: 25 },
    )
    page.close()
  })

  it('selection, camera and moved cards leave no trace when they are gone', () => {
    const { frame } = pictures.find(({ name }) => name === 'lab')!
    const page = onPage()
    const before = page.draw(frame)
    const other = page.draw(frame, {
      selected: 'db2',
      focused: 'db3',
      zoom: { k: 2, x: -100, y: 4 },
      moved: { db2: { x: 20, y: 400 }, monitor: { x: 600, y: 30 } },
    })
    expect(other).not.toBe(before)
    expect(page.draw(frame)).toBe(before)
    page.close()
  })

  const killed: Run = (() => {
    const { run } = preset('home')!
    return { ...run, interventions: [...run.interventions, { atMs: 240, do: 'kill', node: 'db1' }] }
  })()
  const runs = [killed, ...everyPreset.filter(({ id }) => id !== 'empty').map(({ run }) => run)]

  for (const run of runs) {
    it(`${run.scenario.id}: six times reached by play, by seek and by stepping back draw the same text`, () => {
      const end = Math.min(run.scenario.untilMs, 5000) * 1000
      const times = Array.from({ length: 6 }, (_, i) => Math.round((end * (i + 1)) / 6))
      const engine = createEngine(run)
      const marks = [engine.checkpoint()]
      const page = onPage()
      const played = times.map((t) => {
        engine.runTo(t)
        marks.push(engine.checkpoint())
        return page.draw(structuredClone(engine.frame()))
      })
      // From some way before, as whoever steps back gets there.
      const back = [...times.entries()].reverse().map(([i, t]) => {
        engine.restore(marks[Math.max(0, i - 2)]!)
        engine.runTo(t)
        return page.draw(engine.frame())
      })
      expect(back.reverse()).toEqual(played)
      for (const i of [0, 3, 5]) {
        const other = createEngine(run)
        other.runTo(times[i]!)
        expect(afresh(other.frame())).toBe(played[i])
      }
      page.close()
    })
  }
})

describe('what may stand in a drawing', () => {
  const drawn = () =>
    pictures.map(({ name, frame, layout, view }) => {
      const page = onPage()
      page.draw(frame, { layout, ...view, selected: 'db2', focused: 'db1' })
      return { name, page }
    })

  it('no text is smaller than 12', () => {
    for (const { page } of drawn()) {
      for (const text of page.svg.querySelectorAll('text')) {
        expect(Number(text.getAttribute('font-size')), text.textContent ?? '').toBeGreaterThanOrEqual(12)
      }
      page.close()
    }
  })

  it('colours come from the theme only, and no number is unreadable', () => {
    for (const { name, page } of drawn()) {
      for (const element of page.svg.querySelectorAll('*')) {
        for (const attribute of ['fill', 'stroke']) {
          const value = element.getAttribute(attribute)
          if (value !== null && !/^(var\(--\w+\)|none|transparent)$/.test(value))
            expect.fail(`${name} ${element.outerHTML}`)
        }
      }
      expect(page.svg.innerHTML).not.toMatch(/NaN|undefined|null|Infinity|\d\.\d{5}/)
      page.close()
    }
  })

  it('every node, client and message under way can be found by its id', () => {
    const { frame } = pictures.find(({ name }) => name === 'normal')!
    const page = onPage()
    page.draw(frame)
    const ids = (attribute: string) =>
      [...page.svg.querySelectorAll(`[${attribute}]`)].map((e) => e.getAttribute(attribute))
    expect(ids('data-node')).toEqual(['db1', 'db2', 'db3'])
    expect(ids('data-client')).toEqual(['c1', 'c2'])
    expect(ids('data-monitor')).toEqual(['monitor'])
    expect(ids('data-message').sort()).toEqual(frame.messages.map((m) => String(m.id)).sort())
    page.close()
  })

  it('each of several monitors can be found by its own id, and has the ring of focus to itself', () => {
    const { frame } = pictures.find(({ name }) => name === 'two agree')!
    const page = onPage()
    page.draw(frame, { selected: 'm2', focused: 'm2' })
    const all = [...page.svg.querySelectorAll('[data-monitor]')]
    expect(all.map((e) => e.getAttribute('data-monitor')).sort()).toEqual(['m1', 'm2', 'm3'])
    expect(page.svg.querySelectorAll('[data-monitor=m2] *').length).toBeGreaterThan(
      page.svg.querySelectorAll('[data-monitor=m3] *').length,
    )
    expect(page.svg.querySelector('[data-monitor=m1]')!.textContent).toContain('m1 is elected')
    page.close()
  })
})
