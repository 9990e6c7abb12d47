/** The page of a walkthrough as a learner uses it: with a hand, or with the keyboard alone. */
import { expect, type Locator } from '@playwright/test'
import type { Step, Walkthrough } from '../src/lessons/index.ts'
import type { LabPage } from './labPage.ts'

interface Ways {
  answer(letter: string): Promise<void>
  showMe(): Promise<void>
  next(): Promise<void>
}

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
    await this.until({ step, phases: /^(ask|do|open|reveal|show)$/ })
  }
  async phase(phases: RegExp): Promise<string> {
    return (await this.until({ phases })).phase
  }
  /** Where the learner is; step 0: nowhere yet. */
  now(): Promise<{ step: number; phase: string }> {
    return this.lab.page.evaluate(() => {
      const { step, phase } = document.querySelector<HTMLElement>('[data-learn]')?.dataset ?? {}
      return { step: Number(step ?? 0), phase: phase ?? '' }
    })
  }
  /** Waits in the page: there are many steps, and each of them waits some times. Any step where none is named. */
  private async until(wish: { step?: number; phases: RegExp }): Promise<{ step: number; phase: string }> {
    return this.lab.page.evaluate(
      async ({ step, phases }) => {
        const now = () => {
          const { step, phase } = document.querySelector<HTMLElement>('[data-learn]')?.dataset ?? {}
          return { step: Number(step ?? 0), phase: phase ?? '' }
        }
        const isThere = () => (step === undefined || now().step === step) && new RegExp(phases).test(now().phase)
        const late = performance.now() + 15_000
        while (!isThere()) {
          if (performance.now() > late) throw new Error(`Not ${step} ${phases}, but ${JSON.stringify(now())}.`)
          await new Promise((done) => setTimeout(done, 10))
        }
        return now()
      },
      { step: wish.step, phases: wish.phases.source },
    )
  }
  step(at: number): Step {
    return this.lesson.steps[at - 1]!
  }
  async time(): Promise<number> {
    return Number(await this.root.getAttribute('data-time'))
  }

  /**
   * Through the step that is shown, up to its open gate. False: what was to be skipped was over just then, and the same
   * press went on to the next step.
   */
  async through(at: number, how: Ways): Promise<boolean> {
    const { predict, gate } = this.step(at)
    if ((await this.phase(/^(ask|do|open)$/)) === 'ask' && predict) {
      await how.answer((predict.options.find(({ world }) => world === undefined) ?? predict.options[0]!).id)
      await this.phase(/^(reveal|world|beside|do|open)$/)
    }
    for (let presses = 0; presses < 20; presses++) {
      const { step, phase } = await this.now()
      if (step !== at) return false
      if (phase === 'open') return true
      if (phase === 'do' && gate.is === 'state') await how.showMe()
      else if (phase !== 'weigh' && phase !== 'enter') await how.next()
      // What is under way is there at once.
      await this.lab.page.waitForTimeout(100)
    }
    await this.phase(/^open$/)
    return true
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
