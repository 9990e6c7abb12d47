/** A try that fails is told so, and choosing again leads to the open gate without beginning the step again. */
import { expect, it } from 'vitest'
import { commandOf, createGuide, everyWalkthrough, type Step, stepOf } from '../../lessons/index.ts'
import { createDeck } from './deck.ts'

const tries = everyWalkthrough.flatMap((lesson) =>
  lesson.steps.flatMap((step, at) =>
    step.gate.is === 'state' && step.gate.over !== undefined ? [{ lesson, at, gate: step.gate, id: step.id }] : [],
  ),
)
type Solution = Extract<Step['gate'], { is: 'state' }>['solve']

/** Where nothing goes wrong by itself: what has to be chosen for that, by the id of the step. */
const WRONG: Readonly<Record<string, Solution>> = {
  'make-it-one': [{ act: { do: 'set', path: 'multiMaster.rule', value: 'wall-clock' } }],
}

/** What is chosen, in place of what happens anyway. */
const isChoice = (move: Solution[number]) => 'act' in move && ['set', 'add-slave'].includes(move.act.do)

it.each(tries)(
  '$lesson.id, $id: fails without its choice or by a wrong one, and opens by it afterwards',
  async ({ lesson, at, gate, id }) => {
    const deck = await createDeck()
    const problems: string[] = []
    const guide = createGuide(
      deck,
      lesson,
      () => {},
      (sentence) => problems.push(sentence),
    )
    const settled = async () => {
      guide.look()
      await guide.settled()
    }
    const through = async (moves: Solution) => {
      for (const move of moves) {
        deck.do(commandOf(move, true))
        await settled()
      }
    }
    guide.happen({ is: 'open', step: at })
    await guide.settled()
    const entered = guide.state.entered[at]!
    expect(guide.state).toMatchObject({ phase: 'do', failed: false })

    await through([...(WRONG[id] ?? []), ...gate.solve.filter((move) => !isChoice(move))])
    expect(guide.state).toMatchObject({ at, phase: 'do', failed: true })
    expect(deck.playback.update()!.transport.time).toBeGreaterThan(entered.t)

    // The first choice leads back to where the step began, and holds there.
    const [first, ...rest] = gate.solve.filter(isChoice)
    await through([first!])
    expect(guide.state).toMatchObject({ phase: 'do', failed: false })
    // What somebody does has happened a microsecond later.
    expect(deck.playback.update()!.transport.time).toBe(entered.t + 1)
    const { act } = first as Extract<Solution[number], { act: unknown }>
    expect(deck.playback.update()!.transport.run.interventions).toContainEqual({ atMs: entered.t / 1000, ...act })

    await through([...rest, ...gate.solve.filter((move) => !isChoice(move))])
    expect({ step: stepOf(guide.state).id, phase: guide.state.phase, problems }).toEqual({
      step: lesson.steps[at]!.id,
      phase: 'open',
      problems: [],
    })
  },
)

it('keeps what else was set since, in its newest value', async () => {
  const { lesson, at } = tries.find(({ lesson }) => lesson.id === 'split-brain')!
  const deck = await createDeck()
  const guide = createGuide(
    deck,
    lesson,
    () => {},
    () => {},
  )
  const act = async (path: string, value: string) => {
    deck.do({ do: 'act', action: { do: 'set', path, value } })
    guide.look()
    await guide.settled()
  }
  guide.happen({ is: 'open', step: at })
  await guide.settled()
  await act('failover.fence', 'lease')
  deck.do({ do: 'play-until', when: 'time >= 2800', mostUs: 10_000_000 })
  guide.look()
  await guide.settled()
  expect(guide.state.failed).toBe(true)
  await act('replication.mode', 'semi-sync')
  const { settings } = deck.playback.update()!.frame
  expect([settings['failover.fence'], settings['replication.mode']]).toEqual(['lease', 'semi-sync'])
  expect(guide.state.failed).toBe(false)
})
