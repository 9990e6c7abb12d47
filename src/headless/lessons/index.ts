/** `lab lesson`: plays walkthroughs without a screen, and says what is wrong with them. */
import { FACTS } from '../../engine/index.ts'
import { everyWalkthrough, problemsOf, type Walkthrough } from '../../lessons/index.ts'
import { inTerms, moment, speak } from '../../words/index.ts'
import type { LessonCommand } from './command.ts'
import { type StepReport, type Through, through } from './through.ts'

/** Exit status: 0 all is well; 1 something is wrong with a walkthrough; 2 there is none of that name. */
export async function lesson({ id, answers, way, terms, json }: LessonCommand): Promise<0 | 1 | 2> {
  const meant = everyWalkthrough.filter((one) => id === null || one.id === id)
  if (meant.length === 0) {
    const known = everyWalkthrough.map((one) => one.id).join(', ')
    process.stderr.write(`There is no walkthrough ${JSON.stringify(id)}; known are ${known}.\n`)
    return 2
  }
  speak(terms)
  const played: Through[] = []
  for (const one of meant) {
    const problems = problemsOf(one, Object.keys(FACTS))
    const done = await through(one, { answers, way })
    const whole = { ...done, failures: [...problems, ...done.failures] }
    played.push(whole)
    if (!json) process.stdout.write(toldOf(one, whole))
  }
  if (json) process.stdout.write(`${JSON.stringify(id === null ? played : played[0], null, 2)}\n`)
  return played.some(({ failures }) => failures.length > 0) ? 1 : 0
}

function toldOf({ title, steps }: Walkthrough, { id, steps: reports, failures }: Through): string {
  const lines = reports.map((report, i) => linesOf(i + 1, steps[i]!.title, report))
  const wrong = failures.map((failure) => `  WRONG  ${failure}`)
  return `${id}: ${inTerms(title)}\n${[...lines, ...wrong].join('\n')}\n${failures.length === 0 ? '' : '\n'}`
}

function linesOf(number: number, title: string, { id, entered, opened, asked, told }: StepReport): string {
  const lines = [
    `${String(number).padStart(2)} ${id}: ${inTerms(title)}`,
    `     entered ${moment(entered.t)} ${entered.digest}, open ${moment(opened.t)} ${opened.digest}`,
  ]
  if (asked !== null) {
    const holds = asked.holds.map((holds, i) => `${'abcd'[i]} ${holds}`).join(', ')
    const world = asked.world === null ? '' : `, its world ${asked.world.digest} ${asked.world.holds}`
    lines.push(`     answered ${asked.answer}, right is ${asked.correct} (${holds})${world}`)
  }
  if (told !== null) lines.push(`     ${inTerms(told)}`)
  return lines.join('\n')
}
