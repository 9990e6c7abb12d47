/** The controls of the lab as somebody uses them who has no mouse: focus, arrows, what stands beside them then. */
import { expect, type Locator } from '@playwright/test'
import type { LabPage } from './labPage.ts'

export class Controls {
  readonly lab: LabPage
  constructor(lab: LabPage) {
    this.lab = lab
  }

  get all(): Locator {
    // By its mark, not by its role: this is asked hundreds of times, and a role is worked out from the whole page.
    return this.lab.page.locator('aside[aria-label="Controls"]')
  }
  section(id: string): Locator {
    return this.all.locator(`[data-section="${id}"]`)
  }
  setting(path: string): Locator {
    return this.all.locator(`[data-setting="${path}"]`)
  }
  dot(path: string): Locator {
    return this.setting(path).locator('.dot')
  }

  /** Opens every section and every fold; those of links open with their selection. */
  async openAll(): Promise<void> {
    // The rail is fetched right behind the stage.
    await expect(this.section('workload')).toBeVisible()
    // What opens may hold more that is closed.
    await this.all.evaluate(async (rail) => {
      const CLOSED = 'h2 > button[aria-expanded=false], [data-fold] > .fold-head > [aria-expanded=false]'
      for (let round = 0; round < 20; round++) {
        const closed = rail.querySelectorAll<HTMLElement>(CLOSED)
        if (closed.length === 0) return
        for (const button of closed) button.click()
        await new Promise((done) => setTimeout(done))
      }
      throw new Error('Opening does not come to an end.')
    })
  }
  async openSection(id: string): Promise<void> {
    const button = this.section(id).locator('h2 > button')
    if ((await button.getAttribute('aria-expanded')) === 'false') await button.click()
  }

  /** The paths of all settings that have a control now. */
  paths(): Promise<string[]> {
    return this.all
      .locator('[data-setting]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-setting')!))
  }
  async value(path: string): Promise<string> {
    return (await this.setting(path).getAttribute('data-value')) ?? ''
  }

  /** One press of an arrow, the other one at the end of the scale. Returns the value that it has then. */
  async nudge(path: string): Promise<string> {
    return (await this.nudged(path)).value
  }

  /** As `nudge`; returns how the control looks before and after. */
  async nudged(path: string): Promise<Look & { before: Look }> {
    const { atEnd, before } = await this.setting(path).evaluate((row, looked) => {
      const fader = row.querySelector<HTMLInputElement>('input[type=range], [role=slider]')
      const focused = fader ?? row.querySelector<HTMLElement>('[role=radio][aria-checked=true]')!
      focused.focus()
      const look = new Function('row', `return (${looked})(row)`) as (row: Element) => Look
      return { before: look(row), atEnd: fader !== null && fader.value === fader.max }
    }, `${lookOf}`)
    await this.lab.page.keyboard.press(atEnd ? 'ArrowLeft' : 'ArrowRight')
    return { ...(await this.comesTo(path, { not: before.value })), before }
  }

  /** How a control looks once it has this value, or another one than this. One question, however long it takes. */
  comesTo(path: string, wish: { is?: string; not?: string }): Promise<Look> {
    return this.lab.page.evaluate(
      async ({ path, wish, looked }) => {
        const look = new Function('row', `return (${looked})(row)`) as (row: Element) => Look
        const row = () => document.querySelector(`aside[aria-label="Controls"] [data-setting="${path}"]`)
        const isThere = () => {
          const value = row()?.getAttribute('data-value') ?? ''
          return 'is' in wish ? value === wish.is : value !== wish.not
        }
        const late = performance.now() + 15_000
        while (!isThere()) {
          if (performance.now() > late) throw new Error(`${path} is ${row()?.getAttribute('data-value')}.`)
          await new Promise((done) => setTimeout(done, 10))
        }
        return look(row()!)
      },
      { path, wish, looked: `${lookOf}` },
    )
  }
}

/** What somebody sees of a control. */
interface Look {
  value: string
  /** Its dot: it is not as the scenario says. */
  dotted: boolean
  /** What its slider says to screen readers; null: it has none. */
  spoken: string | null
  /** What stands beside it. */
  written: string
  /** The focus is on the choice that is made. */
  chosenHasFocus: boolean
}

/** Runs in the page. */
function lookOf(row: Element): Look {
  return {
    value: row.getAttribute('data-value') ?? '',
    dotted: row.querySelector('.dot')?.checkVisibility() ?? false,
    spoken: row.querySelector('input[type=range], [role=slider]')?.getAttribute('aria-valuetext') ?? null,
    written: row.querySelector('.value')?.textContent ?? '',
    chosenHasFocus: document.activeElement === row.querySelector('[aria-checked=true]'),
  }
}
