/**
 * The floors of the design, on every page and in every theme: no text smaller than 12 pixels (22 on a projector), no
 * contrast under 4.5 (7 on a projector), nothing to press under 24 pixels; and on the stage, no text over another one
 * at any milestone of any preset. One walker looks at every text that is drawn, after all scaling.
 */
import { createEngine } from '../src/engine/index.ts'
import { everyPreset } from '../src/scenarios/index.ts'
import { bundle } from './bundle.ts'
import type { Findings } from './floors.ts'
import { KEY, type LabPage } from './labPage.ts'
import type { walkStages } from './stagesAlone.ts'
import { expect, test } from './visit.ts'

let code: Promise<string> | null = null
let stages: Promise<string> | null = null
type Walked = ReturnType<typeof walkStages>
const walker = () => {
  code ??= bundle('./floors.ts', 'floors')
  return code
}

/** Milestones of a preset until its story is told, in microseconds. */
function milestonesOf({ run, at }: (typeof everyPreset)[number]): number[] {
  const engine = createEngine(run)
  engine.runTo(Math.round(run.scenario.untilMs * 1000))
  return [...new Set([at, ...engine.milestones().map(({ t }) => t)])].filter((t) => t >= at).slice(0, 12)
}

interface Walks {
  floors: { size: number; contrast: number; target: number }
  /** Appended to every address of the lab. */
  look: string
  /** What was found, and all the places where. */
  wrong: Map<string, string[]>
  texts: number
}

const note = ({ wrong }: Walks, line: string, where: string) => wrong.set(line, [...(wrong.get(line) ?? []), where])
const told = ({ wrong }: Walks) =>
  [...wrong].map(
    ([line, [first, ...more]]) => `${line} (${first}${more.length > 0 ? `, and ${more.length} more` : ''})`,
  )

const inPage = async <T>(lab: LabPage, expression: string): Promise<T> => {
  if (!(await lab.page.evaluate(() => 'floors' in window)))
    await lab.page.evaluate(`${await walker()}; window.floors = floors`)
  return lab.page.evaluate(`${AT_REST}.then(() => ${expression})`) as Promise<T>
}
/** A panel that slides in is half transparent on its way. */
const AT_REST = `new Promise((done) => {
  for (const animation of document.getAnimations()) animation.finish()
  requestAnimationFrame(() => requestAnimationFrame(done))
})`

async function look(lab: LabPage, where: string, walks: Walks): Promise<void> {
  const found = await inPage<Findings>(lab, `floors.walk(${JSON.stringify(walks.floors)})`)
  walks.texts += found.texts
  expect(found.texts, `texts seen: ${where}`).toBeGreaterThan(5)
  for (const kind of ['small', 'pale', 'tight', 'over'] as const)
    for (const line of found[kind]) note(walks, `${kind}: ${line}`, where)
}

/** To another address in the same page: nothing is loaded again. */
async function goTo(lab: LabPage, preset: string, t: number, walks: Walks): Promise<void> {
  await lab.page.evaluate(
    async ({ hash, time }) => {
      location.hash = hash
      const there = () => document.querySelector(`[data-lab][data-time="${time}"]`) !== null
      for (let i = 0; i < 300 && !there(); i++) await new Promise(requestAnimationFrame)
    },
    { hash: `#/lab?preset=${preset}&t=${t}${walks.look}`, time: `${t}` },
  )
  await expect(lab.root).toHaveAttribute('data-time', `${t}`)
}

/** Everything that opens from a button, one after the other: menus, panels, reasons. At most two of a kind. */
async function openEverything(lab: LabPage, where: string, walks: Walks): Promise<void> {
  for (let opened = 0; opened < 40; opened++) {
    const name = await lab.page.evaluate(() => {
      const closed = [...document.querySelectorAll<HTMLElement>('button[aria-expanded="false"]')].filter(
        (each) => !('looked' in each.dataset) && each.checkVisibility() && !each.closest('[inert]'),
      )
      for (const button of closed) {
        button.dataset['looked'] = ''
        const kind = `${button.className} ${button.parentElement?.tagName}`
        const before = document.querySelectorAll(`[data-looked="${CSS.escape(kind)}"]`).length
        if (before >= 2) continue
        button.dataset['looked'] = kind
        button.click()
        return (button.getAttribute('aria-label') ?? button.textContent ?? '').replace(/\s+/g, ' ').trim()
      }
      return null
    })
    if (name === null) return
    await look(lab, `${where}, "${name}" open`, walks)
    await lab.page.keyboard.press('Escape')
    await lab.page.evaluate(() => {
      for (const one of document.querySelectorAll<HTMLElement>('[data-looked][aria-expanded="true"]')) one.click()
    })
  }
  throw new Error('Opening does not come to an end.')
}

/** A tap on the twin of a participant in the list that keyboards use: all panels of the inspector. */
async function selectEach(lab: LabPage, where: string, walks: Walks): Promise<void> {
  const kinds = await lab.page.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll<HTMLElement>('[data-participant]')].map((one) => one.dataset['kind'] ?? ''),
    ),
  ])
  for (const kind of kinds) {
    const id = await lab.page.evaluate((wanted) => {
      const one = document.querySelector<HTMLElement>(`[data-participant][data-kind="${wanted}"]`)
      one?.click()
      return one?.dataset['participant'] ?? ''
    }, kind)
    await look(lab, `${where}, ${kind} ${id} selected`, walks)
  }
}

const THEMES = {
  'light 1280 x 800': { theme: 'light', width: 1280, height: 800, every: true },
  'dark 1280 x 800': { theme: 'dark', width: 1280, height: 800, every: false },
  'light 390 x 844': { theme: 'light', width: 390, height: 844, every: false },
  'projector 1920 x 1080': { theme: 'projector', width: 1920, height: 1080, every: true },
} as const
/** Of each kind of page one: a failover, lag, masters, versions, regions, two strategies, monitors, a function, a copy. */
const KINDS = [
  ...['failover-lost-writes', 'two-strategies', 'lag-under-load', 'two-masters-lww', 'vector-clock-siblings'],
  ...['global-table-mrsc', 'three-monitors', 'custom-merge', 'reseed'],
].map((id) => everyPreset.find((preset) => preset.id === id)!)

for (const [name, { theme, width, height, every }] of Object.entries(THEMES))
  test.describe(name, () => {
    test.use({ viewport: { width, height } })
    const tag = theme === 'projector' ? '@R20' : '@R16'
    test('every text is large and dark enough, and all that can be pressed can be hit', { tag }, async ({
      lab,
      page,
    }) => {
      test.setTimeout(180_000)
      const projector = theme === 'projector'
      const floors = { size: projector ? 22 : 12, contrast: projector ? 7 : 4.5, target: 24 }
      const walks: Walks = { floors, look: `&theme=${theme}`, wrong: new Map(), texts: 0 }
      await lab.open(`?theme=${theme}`)
      await look(lab, 'home', walks)
      await openEverything(lab, 'home', walks)
      await page.keyboard.press('k')
      const killed = await lab.time()
      await lab.press(KEY.nextMilestone, 4)
      await expect.poll(() => lab.time()).toBeGreaterThan(killed + 500_000)
      await look(lab, 'home, after the failover', walks)

      for (const preset of KINDS.slice(0, every ? undefined : 3)) {
        const times = milestonesOf(preset)
        for (const nth of new Set([Math.floor(times.length / 2), times.length - 1])) {
          await goTo(lab, preset.id, times[nth]!, walks)
          await look(lab, `${preset.id} at ${times[nth]! / 1e6} s`, walks)
        }
      }

      const story = KINDS[0]!
      await goTo(lab, story.id, milestonesOf(story).at(-1)!, walks)
      for (const tab of await page
        .getByRole('tab')
        .evaluateAll((all) => all.map(({ id, textContent }) => textContent || id))) {
        await page.evaluate((words) => {
          const all = [...document.querySelectorAll<HTMLElement>('[role="tab"]')]
          all.find(({ textContent }) => textContent === words)?.click()
        }, tab)
        await look(lab, `tab ${tab}`, walks)
      }
      await selectEach(lab, 'lab', walks)
      await openEverything(lab, 'lab', walks)
      await page.keyboard.press('v')
      await look(lab, 'text view', walks)
      await page.keyboard.press('v')
      await lab.compareWithFork()
      await look(lab, 'comparison', walks)
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog')).toBeVisible()
      await look(lab, 'help', walks)
      expect(told(walks), `below a floor, of ${walks.texts} texts`).toEqual([])
    })
  })

for (const [name, width, height, theme] of [
  ['a desk', 1280, 800, 'light'],
  ['a phone', 390, 844, 'light'],
  ['a projector', 1920, 1080, 'projector'],
] as const)
  test.describe(name, () => {
    test.use({ viewport: { width, height } })
    const projector = theme === 'projector'
    test('on the stage, at every milestone of every preset, no text is small or pale or covers another one', {
      tag: projector ? '@R20' : '@R16',
    }, async ({ lab, page }) => {
      test.setTimeout(180_000)
      await lab.open(`#/lab?preset=failover-lost-writes&theme=${theme}`)
      stages ??= bundle('./stagesAlone.ts', 'stages')
      await page.evaluate(await stages)
      const asked = {
        layout: width < 600 ? 'stacked' : 'wide',
        projector,
        size: projector ? 22 : 12,
        contrast: projector ? 7 : 4.5,
      }
      const { wrong, moments, texts } = (await page.evaluate(`stages.walkStages(${JSON.stringify(asked)})`)) as Walked
      expect(wrong, `of ${texts} texts at ${moments} moments`).toEqual([])
      expect(moments).toBeGreaterThan(everyPreset.length * 3)
      expect(texts).toBeGreaterThan(moments * 5)
    })
  })
