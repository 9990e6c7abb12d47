/**
 * Every walkthrough, played: by its solution, by every other way that opens its gates, with every answer to every question;
 * in three vocabularies no word of another is left. What it comes to at every step is kept beside this test (`-u` records
 * it anew, when a walkthrough was changed).
 */
import { afterAll, describe, expect, it } from 'vitest'
import { FACTS } from '../../engine/index.ts'
import {
  everyWalkthrough,
  fetchWalkthrough,
  type OptionId,
  problemsOf,
  textsOf,
  type Walkthrough,
  walkthroughs,
} from '../../lessons/index.ts'
import { inTerms, speak, TERMS } from '../../words/index.ts'
import { type Through, through } from './through.ts'

/** Each wrong option of each question once: the first of every question, then the second where there is one, and so on. */
function* wrongAnswers({ steps }: Walkthrough, right: Through): Generator<OptionId[]> {
  const answers = right.steps.flatMap(({ asked: one }) => one?.correct ?? [])
  const asked = steps.flatMap(({ predict }) => predict ?? [])
  const wrong = asked.map(({ options }, i) => options.map(({ id }) => id).filter((id) => id !== answers[i]))
  for (let nth = 0; wrong.some(({ length }) => length > nth); nth++)
    yield answers.map((answer, i) => wrong[i]![nth] ?? answer)
}

const waysOf = ({ steps }: Walkthrough): number =>
  Math.max(0, ...steps.map(({ gate }) => (gate.is === 'state' ? gate.others.length : 0)))

const endOf = ({ steps }: Through) => steps.map(({ opened }) => opened)

const golden = new Map<string, string[]>()

describe.each(everyWalkthrough)('walkthrough $id', (lesson) => {
  const byItself = through(lesson)

  it('is written as it must be', () => {
    expect(problemsOf(lesson, Object.keys(FACTS))).toEqual([])
  })

  it('comes to its end by its solution, and Back leads to where each step was entered', async () => {
    const { failures, steps } = await byItself
    expect(failures).toEqual([])
    golden.set(
      lesson.id,
      steps.map(({ id, opened }) => `${lesson.id}/${id} ${opened.t} ${opened.digest}\n`),
    )
  })

  it('shows after every wrong answer a world in which it is right, and then the same truth', async () => {
    const right = await byItself
    const correct = right.steps.flatMap(({ asked: one }) => one?.correct ?? [])
    for (const answers of wrongAnswers(lesson, right)) {
      const { failures, steps } = await through(lesson, { answers })
      expect({ answers, failures }).toEqual({ answers, failures: [] })
      expect(steps.map(({ opened }) => opened)).toEqual(endOf(right))
      const wrong = answers.filter((answer, i) => answer !== correct[i])
      expect(steps.filter(({ asked }) => asked?.world).length).toBe(wrong.length)
    }
  })

  it('can be done in other ways', async () => {
    for (let way = 1; way <= waysOf(lesson); way++) {
      const { failures } = await through(lesson, { way })
      expect({ way, failures }).toEqual({ way, failures: [] })
    }
  })

  it('speaks every vocabulary', () => {
    for (const terms of TERMS) {
      speak(terms)
      const others = terms === 'master-slave' ? /\b(primary|primaries|replicas?)\b/i : /\b(master|slave)s?\b/i
      for (const text of textsOf(lesson)) expect(inTerms(text)).not.toMatch(others)
    }
  })

  it('is fetched by its id', async () => {
    expect(await fetchWalkthrough(lesson.id)).toBe(lesson)
  })
})

afterAll(() => speak('master-slave'))

it('has a card for each, in the order of the recommended path, public incidents last', () => {
  expect(walkthroughs.map(({ id }) => id)).toEqual(everyWalkthrough.map(({ id }) => id))
  const numbers = walkthroughs.map(({ number }) => number ?? Number.POSITIVE_INFINITY)
  expect(numbers).toEqual([...numbers].sort((a, b) => (a === b ? 0 : a - b)))
})

it('comes to the digests that were recorded', async () => {
  const lines = everyWalkthrough.flatMap(({ id }) => golden.get(id) ?? [`${id} was not played\n`])
  await expect(lines.join('')).toMatchFileSnapshot('./golden.txt')
})
