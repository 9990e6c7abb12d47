/** The page as a visitor sees it: by role and name where there is one, by the marks on its root for where the run stands. */
import { expect, type Locator, type Page } from '@playwright/test'

/** Names of the shortcuts, as the help sheet lists them. */
export const KEY = {
  nextMilestone: 'Shift+Period',
  previousMilestone: 'Shift+Comma',
  step: '.',
  stepBack: ',',
} as const

export class LabPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  /** `data-time`, `data-event` and `data-playing` of the home page or the lab. */
  get root(): Locator {
    return this.page.locator('[data-lab], [data-home], [data-learn]')
  }
  get stage(): Locator {
    return this.page.locator('svg.stage').first()
  }
  /** The sentence above the stage. */
  get milestone(): Locator {
    return this.page.locator('[data-milestone]')
  }
  get clock(): Locator {
    return this.page.getByRole('button', { name: 'Time, event and digest' })
  }
  get notices(): Locator {
    return this.page.getByRole('region', { name: 'Notices' }).locator('[data-notice]')
  }
  get inspector(): Locator {
    return this.page.getByRole('complementary', { name: 'Inspector' })
  }
  get log(): Locator {
    return this.page.getByRole('list', { name: 'Event log' })
  }

  /** A hash of the lab, `''` for the home page. Waits until the first picture stands. */
  async open(hash = ''): Promise<void> {
    await this.page.goto(`./${hash}`)
    await this.shown()
  }
  async openPreset(id: string): Promise<void> {
    await this.open(`#/lab?preset=${id}`)
    // In a tab that shows a run already, the new one comes a moment later.
    await expect(this.root).toHaveAttribute('data-scenario', id)
  }
  async shown(): Promise<void> {
    await expect(this.root).toHaveAttribute('data-time', /^\d+$/)
    await expect(this.stage.locator('[data-node]').first()).toBeAttached()
  }

  /** Microseconds of the run. */
  async time(): Promise<number> {
    return Number(await this.root.getAttribute('data-time'))
  }
  async event(): Promise<number> {
    return Number(await this.root.getAttribute('data-event'))
  }
  async toBePlaying(playing: boolean): Promise<void> {
    await expect(this.root).toHaveAttribute('data-playing', `${playing}`)
  }

  /** What the list of participants says about one: the text twin of its card. */
  participant(id: string): Locator {
    return this.page.getByRole('list', { name: 'Participants' }).locator(`[data-participant="${id}"]`)
  }
  card(id: string): Locator {
    return this.stage.locator(`[data-node="${id}"]`)
  }
  async select(id: string): Promise<void> {
    await this.card(id).click({ position: { x: 60, y: 14 } })
    await expect(this.inspector.getByRole('heading', { name: id, exact: true })).toBeVisible()
  }

  async press(key: string, times = 1): Promise<void> {
    for (let i = 0; i < times; i++) await this.page.keyboard.press(key)
  }
  /**
   * Steps that only lead somewhere: all within one picture, as from a keyboard that is faster than the screen. What a
   * press of the key itself shows is for tests that are about it.
   */
  async stepOn(times: number): Promise<void> {
    await this.page.evaluate(
      ([key, times]) => {
        const to = document.activeElement ?? document.body
        for (let i = 0; i < times; i++)
          for (const type of ['keydown', 'keyup'])
            to.dispatchEvent(new KeyboardEvent(type, { key, code: 'Period', bubbles: true, cancelable: true }))
      },
      [KEY.step, times] as const,
    )
  }
  /** Goes from milestone to milestone until one of these is the last one; returns the sentences on the way. */
  async toMilestone(kind: RegExp, key: string = KEY.nextMilestone): Promise<string[]> {
    const told: string[] = []
    for (let i = 0; i < 40; i++) {
      const before = await this.time()
      await this.press(key)
      await expect.poll(() => this.time(), { message: `after "${told.at(-1)}"`, intervals: [5] }).not.toBe(before)
      told.push(await this.milestone.innerText())
      if (kind.test((await this.milestone.getAttribute('data-milestone')) ?? '')) return told
    }
    throw new Error(`No milestone ${kind} in: ${told.join(' ')}`)
  }

  /** The rows of the panel under the clock, which is opened for it and closed again. */
  async clockPanel(): Promise<{ time: string; event: string; seed: string; model: string; digest: string }> {
    await this.clock.click()
    const panel = this.page.getByRole('region', { name: 'Time, event and digest' })
    const value = (name: string) => panel.locator(`[data-value="${name}"]`)
    await expect(value('digest')).toHaveText(/^[0-9a-f]{16}$/)
    const names = ['time', 'event', 'seed', 'model', 'digest'] as const
    const rows = await Promise.all(names.map(async (name) => [name, await value(name).innerText()] as const))
    await this.clock.click()
    await expect(panel).toBeHidden()
    return Object.fromEntries(rows) as Record<(typeof names)[number], string>
  }
  async digest(): Promise<string> {
    return (await this.clockPanel()).digest
  }

  /** "Copy link to this moment", read where a visitor would paste it. */
  async copiedLink(): Promise<string> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await this.page.getByRole('button', { name: 'Copy link to this moment' }).click()
    await expect(this.notices.filter({ hasText: 'Link copied' })).toBeVisible()
    return this.page.evaluate(() => navigator.clipboard.readText())
  }

  /** Kills the second node in the past, and lays the fork beside the run it came from. */
  async compareWithFork(): Promise<void> {
    const before = await this.time()
    await this.press(KEY.previousMilestone, 2)
    await expect.poll(() => this.time()).toBeLessThan(before)
    await this.press('2')
    await this.press('k')
    const controls = this.page.getByRole('tab', { name: 'Controls' })
    if ((await controls.count()) > 0) await controls.click()
    await this.page.locator('[data-branches]:visible').click()
    await this.page
      .getByRole('region', { name: 'Branches' })
      .getByRole('button', { name: /^Compare with/ })
      .first()
      .click()
    await expect(this.page.getByRole('region', { name: 'Comparison' })).toBeVisible()
  }

  /** The counter of that name in the inspector, with nothing selected. */
  async counter(id: string): Promise<number> {
    return Number(await this.inspector.locator(`[data-counter="${id}"] dd`).innerText())
  }
}
