/** The controls of the lab as somebody uses them who has no mouse: focus, arrows, what stands beside them then. */
import { expect, type Locator } from '@playwright/test'
import type { LabPage } from './labPage.ts'

export class Controls {
  readonly lab: LabPage
  constructor(lab: LabPage) {
    this.lab = lab
  }

  get all(): Locator {
    return this.lab.page.getByRole('complementary', { name: 'Controls' })
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
    const { before, atEnd } = await this.setting(path).evaluate((row) => {
      const fader = row.querySelector<HTMLInputElement>('input[type=range], [role=slider]')
      const focused = fader ?? row.querySelector<HTMLElement>('[role=radio][aria-checked=true]')!
      focused.focus()
      return { before: row.getAttribute('data-value') ?? '', atEnd: fader !== null && fader.value === fader.max }
    })
    await this.lab.page.keyboard.press(atEnd ? 'ArrowLeft' : 'ArrowRight')
    await expect.poll(() => this.value(path), { message: path, intervals: [20, 50, 100] }).not.toBe(before)
    return this.value(path)
  }
}
