/** A page begins with fewer parts of the engine than there are: whatever needs more waits for them, in order. */
import { describe, expect, it } from 'vitest'
import { Packs } from '../playback/index.ts'
import { preset } from '../scenarios/index.ts'
import type { Lab } from './index.ts'
import { createInlineLab } from './inlineLab.ts'

const bare = () => createInlineLab(undefined, new Packs([]))
const { run } = preset('home')!
const withReads = preset('stale-reads')!.run

/** What a lab says after all that was asked, without the verdicts of checkers, which it may not have. */
async function saidBy(lab: Lab) {
  const digest = await lab.ask({ ask: 'digest' })
  const { frame, transport } = lab.latest!
  return { digest, transport, frame: { ...frame, checkers: [] } }
}

describe('a lab that has to fetch', () => {
  it('opens at once what needs nothing more', () => {
    const lab = bare()
    lab.do({ do: 'load', run, t: 300_000 })
    expect(lab.latest?.frame.time).toBe(300_000)
  })

  it('opens what needs more when that is there, and carries out what was asked meanwhile in its order', async () => {
    const labs = [bare(), createInlineLab()]
    for (const lab of labs) {
      lab.do({ do: 'load', run: withReads, t: 100_000 })
      lab.do({ do: 'seek', t: 900_000 })
      lab.do({ do: 'act', action: { do: 'add-slave', node: 'db9', upstream: 'db1' } })
      lab.do({ do: 'step' })
    }
    expect(labs[0]!.latest).toBeNull()
    const [late, whole] = await Promise.all(labs.map(saidBy))
    expect(late).toEqual(whole)
  })

  it('goes on with several masters when the rest has been fetched ahead, checkers of others among it', async () => {
    const lab = bare()
    lab.do({ do: 'load', run: preset('two-masters-lww')!.run, t: 300_000 })
    await lab.ask({ ask: 'digest' })
    await lab.fetchAhead()
    const problems: string[] = []
    lab.onProblem((sentence) => problems.push(sentence))
    lab.do({ do: 'act', action: { do: 'kill', node: 'db2' } })
    await lab.ask({ ask: 'digest' })
    expect(problems).toEqual([])
    expect(lab.latest!.frame.nodes.map(({ process }) => process)).toEqual(['up', 'down'])
  })

  it('an action that needs more is added to the run that goes on, and undone', async () => {
    const lab = bare()
    lab.do({ do: 'load', run, t: 300_000 })
    const before = await saidBy(lab)
    lab.do({ do: 'act', action: { do: 'set', path: 'costs.applyMs', value: 9 } })
    expect(lab.latest?.frame.time).toBe(300_000)
    expect((await saidBy(lab)).transport.run.interventions).toHaveLength(1)
    lab.do({ do: 'undo' })
    lab.do({ do: 'seek', t: 300_000 })
    expect((await saidBy(lab)).digest).toBe(before.digest)
  })

  it('stands still while it waits, and refuses nonsense as ever', async () => {
    const lab = bare()
    const heard: string[] = []
    lab.onProblem((sentence) => heard.push(sentence))
    lab.do({ do: 'load', run, t: 300_000 })
    lab.do({ do: 'play' })
    lab.do({ do: 'act', action: { do: 'purge', node: 'db1' } })
    for (const now of [1000, 1050, 1100]) lab.tick(now)
    expect(lab.latest?.frame.time).toBe(300_000)
    lab.do({ do: 'load', run: { nonsense: true } as never })
    await lab.ask({ ask: 'digest' })
    expect(heard).toEqual([expect.stringContaining('nonsense')])
    expect(lab.latest?.transport.run.interventions).toHaveLength(1)
  })

  it('says that something could not be fetched, and goes on with what it has', async () => {
    const packs = new Packs([])
    packs.forCommand = ({ do: what }) => (what === 'act' ? Promise.reject(new Error('reads.js is not there')) : null)
    const lab = createInlineLab(undefined, packs)
    const heard: string[] = []
    lab.onProblem((sentence) => heard.push(sentence))
    lab.do({ do: 'load', run, t: 300_000 })
    lab.do({ do: 'act', action: { do: 'kill', node: 'db1' } })
    lab.do({ do: 'seek', t: 310_000 })
    await lab.ask({ ask: 'digest' })
    expect(heard).toEqual(['The simulation failed: reads.js is not there.'])
    expect(lab.latest?.frame.time).toBe(310_000)
  })

  it('draws every machine, also before anybody needed all of them', async () => {
    const charts = await bare().ask({ ask: 'machines' })
    expect(Object.keys(charts)).toEqual(expect.arrayContaining(['role', 'reader', 'voter']))
  })

  it('has everything once it has fetched ahead', async () => {
    const lab = bare()
    await lab.fetchAhead()
    lab.do({ do: 'load', run: withReads, t: 500_000 })
    expect(lab.latest?.frame.time).toBe(500_000)
  })
})
