/** The page of a walkthrough as a learner uses it: with a hand, or with the keyboard alone. */
import { expect, type Locator } from '@playwright/test'
import type { Step, Walkthrough } from '../src/lessons/index.ts'
import type { LabPage } from './labPage.ts'

export class LearnPage {
  readonly lab: LabPage
  readonly lesson: Walkthrough
  constructor(lab: LabPage, lesson: Walkthrough) {
    this.lab = lab
    this.lesson = lesson
  }

  get root(): Locator {
    return this.lab.page.locator('[data-learn]')
  }
  get card(): Locator {
    return this.lab.page.locator('[data-step-card]')
  }
  get next(): Locator {
    return this.lab.page.locator('[data-action="lesson-next"]')
  }
  get back(): Locator {
    return this.lab.page.locator('[data-action="lesson-back"]')
  }

  /** `step` counts from 1. */
  async open(step = 1, look = ''): Promise<void> {
    await this.lab.page.goto(`./${look}#/learn/${this.lesson.id}/${step}`)
    await this.at(step)
  }
  async at(step: number): Promise<void> {
    await expect(this.root).toHaveAttribute('data-step', `${step}`)
    await this.phase(/^(ask|do|open|reveal|show)$/)
  }
  async phase(phases: RegExp): Promise<string> {
    await expect(this.root).toHaveAttribute('data-phase', phases)
    return (await this.root.getAttribute('data-phase')) ?? ''
  }
  step(at: number): Step {
    return this.lesson.steps[at - 1]!
  }
  async time(): Promise<number> {
    return Number(await this.root.getAttribute('data-time'))
  }

  /** Through the step that is shown, up to its open gate. */
  async through(
    at: number,
    how: { answer(letter: string): Promise<void>; showMe(): Promise<void>; next(): Promise<void> },
  ) {
    const { predict, gate } = this.step(at)
    if ((await this.phase(/^(ask|do|open)$/)) === 'ask' && predict) {
      await how.answer((predict.options.find(({ world }) => world === undefined) ?? predict.options[0]!).id)
      await this.phase(/^(reveal|world|beside|do|open)$/)
    }
    for (let presses = 0; presses < 12; presses++) {
      const phase = await this.phase(/^(reveal|world|beside|do|show|open)$/)
      if (phase === 'open') return
      if (phase === 'do' && gate.is === 'state') await how.showMe()
      else await how.next()
      // What is under way is there at once.
      await this.lab.page.waitForTimeout(60)
    }
    await this.phase(/^open$/)
  }

  /** The digest at this very moment, read in the lab, and back again. */
  async digest(): Promise<string> {
    const step = (await this.root.getAttribute('data-step')) ?? ''
    await this.lab.page.locator('[data-fork]').click()
    await expect(this.lab.root).toHaveAttribute('data-time', /^\d+$/)
    const digest = await this.lab.digest()
    await this.lab.page.locator('[data-return]').click()
    await this.at(Number(step))
    return digest
  }
}
