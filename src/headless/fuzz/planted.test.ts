/**
 * A checker that cannot fail protects nothing: each is shown a fault in the engine, planted around one act of one
 * machine or into one function, and a few generated runs must be enough for `lab fuzz` to find it.
 */
import { describe, expect, test, vi } from 'vitest'
import { Fold } from '../../engine/fold.ts'
import type { Checkpoint, EngineOptions } from '../../engine/index.ts'
import type { Kernel } from '../../engine/kernel/kernel.ts'
import type { Node, Part } from '../../engine/world/index.ts'
import type { Run } from '../../run/index.ts'
import { Dice, drawRun } from './draw/index.ts'
import { judge } from './judge.ts'
import type { EngineOf } from './ways.ts'

/** What slaves report can only be made to lie from within. */
const lying = vi.hoisted(() => ({ lag: false }))
vi.mock('../../engine/measures/lag.ts', async (original) => {
  const real = await original<typeof import('../../engine/measures/lag.ts')>()
  const reportedLag: typeof real.reportedLag = (world, node) => {
    const said = real.reportedLag(world, node)
    return lying.lag && said === null ? 0 : said
  }
  return { ...real, reportedLag }
})

/** What takes more than playing once to find. */
const WAYS = ['determinism', 'seek', 'fork', 'oracle', 'codec']

/** Which of the 200 seeds have found it before: tried first, so that the test is quick as long as they still do. */
const BEFORE: Record<string, number> = {
  I4: 8,
  I8: 8,
  exception: 9,
  noLostOk: 143,
  freshReads: 9,
  ownReads: 9,
  monotonicReads: 9,
}

/** Judges generated runs with this engine until one of them breaks `checker`; that seed, or null. */
function foundBy(checker: string, engineOf: EngineOf): number | null {
  for (let turn = 0; turn < 200; turn++) {
    const seed = (turn + (BEFORE[checker] ?? 0)) % 200
    const dice = new Dice(seed, 'judge')
    const judging = { dice, oracle: checker === 'oracle', quick: !WAYS.includes(checker), engineOf }
    if (judge(drawRun(seed), judging)?.broken.includes(checker)) return seed
  }
  return null
}

type Act = (kernel: Kernel, part: Part, params: Record<string, number>) => void

/** An engine in which one act of one machine is another one, which may call the real one. */
const withAct =
  (machine: string, name: string, fault: (real: Act) => Act): EngineOf =>
  (run, options) => {
    const engine = new Fold(run, options)
    const kernel = engine['kernel']
    const spoil = (part: Part) => {
      if (part.machine !== machine) return
      const service = kernel['services'][part.number]!
      const real = service.acts[name] as Act
      expect(real).toBeTypeOf('function')
      kernel['services'][part.number] = { ...service, acts: { ...service.acts, [name]: fault(real) } }
    }
    kernel.world.parts.forEach(spoil)
    const register = kernel.register.bind(kernel)
    kernel.register = (...given) => {
      const part = register(...given)
      spoil(part)
      return part
    }
    return engine
  }
const nodeOf = (kernel: Kernel, part: Part): Node => kernel.world.nodes[part.place]!

/** An engine with a fault of its own. */
const withFault =
  (Faulty: new (run: Run, options?: EngineOptions) => Fold): EngineOf =>
  (run, options) =>
    new Faulty(run, options)

const withOldData = withAct('session', 'answerRead', (real) => (kernel, part, params) => {
  const { data } = nodeOf(kernel, part)
  const { get } = data
  data.get = () => 0
  real(kernel, part, params)
  data.get = get
})

const FAULTS: Record<string, [fault: string, engineOf: EngineOf]> = {
  I1: [
    'a clock that now and then runs back',
    (run, options) => {
      const engine = new Fold(run, options)
      const { facts } = engine['kernel'].world
      const add = facts.add.bind(facts)
      facts.add = (t, ...rest) => add(facts.count % 97 === 96 ? t - 9 : t, ...rest)
      return engine
    },
  ],
  I2: [
    'a relay log that skips an entry and takes the next',
    withAct('receiver', 'store', (real) => (kernel, part, params) => {
      const { log } = nodeOf(kernel, part)
      const source = kernel.world.nodes[params['peer']!]!.log
      const to = params['to']!
      if (to % 7 === 0 && source.end > to) log.append(source.entryAt(to + 1), 1, kernel.now)
      else real(kernel, part, params)
    }),
  ],
  I3: [
    'an old entry that is logged once more',
    withAct('receiver', 'store', (real) => (kernel, part, params) => {
      real(kernel, part, params)
      const { log } = nodeOf(kernel, part)
      const { end } = log
      if (end < 3 || end % 5 > 0) return
      log.truncate(end - 1)
      log.append(log.entryAt(end - 2), 1, kernel.now)
    }),
  ],
  I4: [
    'a crash that loses a flushed entry',
    withAct('process', 'crash', (real) => (kernel, part, params) => {
      const { log, applied } = nodeOf(kernel, part)
      if (applied.position < log.end) log.truncate(log.end - 1)
      real(kernel, part, params)
    }),
  ],
  I6: [
    'a promotion under the old number',
    withAct('role', 'takeOver', (real) => (kernel, part, params) => {
      real(kernel, part, { ...params, epoch: kernel.world.epochs.at(-1)!.epoch })
    }),
  ],
  I8: [
    'an error that is written down as OK',
    withAct('connection', 'fail', (real) => (kernel, part, params) => {
      real(kernel, part, params)
      kernel.world.writes.outcome.set(params['write']! - 1, 1)
    }),
  ],
  I9: [
    'a gate that lets everybody through',
    withAct('commitGate', 'pass', (real) => (kernel, part, params) => {
      real(kernel, part, { ...params, to: nodeOf(kernel, part).log.end })
    }),
  ],
  noLostOk: [
    'slaves that forget their newest entries when the master dies',
    withAct('role', 'report', (real) => (kernel, part, params) => {
      const { log, applied } = nodeOf(kernel, part)
      if (String(params['word']) === 'candidate') log.truncate(Math.max(0, log.end - 3))
      applied.truncate(log.end)
      real(kernel, part, params)
    }),
  ],
  freshReads: ['a master that answers from old data', withOldData],
  ownReads: ['a master that answers from old data', withOldData],
  monotonicReads: [
    'a node that goes back for a look',
    withAct('session', 'answerRead', (real) => (kernel, part, params) => {
      const { log } = nodeOf(kernel, part)
      const { entryAt } = log
      if (kernel.now % 3 === 0) log.entryAt = (position) => entryAt.call(log, Math.max(1, position - 40))
      real(kernel, part, params)
      log.entryAt = entryAt
    }),
  ],
  oneWriter: [
    'a slave that takes writes of its own',
    withAct('applier', 'finish', (real) => (kernel, part, params) => {
      real(kernel, part, params)
      const { from = 0, to = 0 } = params
      if (to % 5 === 0) kernel.fact(part.owner, 'entries-committed', { from, to, write: 1 })
    }),
  ],
  converged: [
    'data that forget what they show',
    withAct('applier', 'finish', (real) => (kernel, part, params) => {
      const { data } = nodeOf(kernel, part)
      const { apply } = data
      if (params['to']! % 3 === 0) data.apply = () => {}
      real(kernel, part, params)
      data.apply = apply
    }),
  ],
  appliedOnce: [
    'an applier that begins one too early',
    withAct('applier', 'finish', (real) => (kernel, part, params) => {
      const { from = 0, to = 0 } = params
      real(kernel, part, { ...params, from: from > 3 && to % 4 === 0 ? from - 1 : from })
    }),
  ],
  frame: [
    'a counter that counts one too many',
    withFault(
      class extends Fold {
        override frame() {
          const frame = super.frame()
          return {
            ...frame,
            counters: { ...frame.counters, pending: frame.counters.pending + (this.time > 500_000 ? 1 : 0) },
          }
        }
      },
    ),
  ],
  endless: [
    'work without end',
    withFault(
      class extends Fold {
        override runTo(t: number) {
          super.runTo(t)
          this['kernel'].world.work += 10_000
        }
      },
    ),
  ],
  exception: [
    'an act that throws',
    withAct('role', 'fence', () => () => {
      throw new Error('There is no fence.')
    }),
  ],
  determinism: ['luck from outside', (run, options) => new Fold({ ...run, seed: unlike(run.seed) }, options)],
  seek: [
    'a restored engine that has drawn once more',
    withFault(
      class extends Fold {
        override restore(checkpoint: Checkpoint) {
          super.restore(checkpoint)
          this['kernel'].world.chance.below('client:c1:value', 9)
        }
      },
    ),
  ],
  fork: [
    'a beginning that knows what will be done',
    (run, options) => {
      const engine = new Fold(run, options)
      engine['kernel'].world.nextMessage += run.interventions.length
      return engine
    },
  ],
  oracle: [
    'tables that differ from the machines',
    (run, options) => new Fold(options?.machines === 'oracle' ? { ...run, seed: run.seed + 1 } : run, options),
  ],
  codec: [
    'a run that a link does not bring back',
    (run, options) => new Fold(Object.assign(run, { model: 1 }), options),
  ],
}

let engines = 0
const unlike = (seed: number): number => seed + (engines++ % 2)

describe('lab fuzz finds', () => {
  test.each(Object.entries(FAULTS).map(([checker, [fault, engineOf]]) => ({ checker, fault, engineOf })))(
    '[$checker] $fault',
    ({ checker, engineOf }) => {
      expect(foundBy(checker, engineOf)).not.toBeNull()
    },
  )

  test('[I10] slaves that report 0 where they know nothing', () => {
    lying.lag = true
    expect(foundBy('I10', (run, options) => new Fold(run, options))).not.toBeNull()
    lying.lag = false
  })

  test('a fault for every checker that there is', () => {
    const { checkers } = new Fold(drawRun(0)).frame()
    expect(checkers.map(({ name }) => name).filter((name) => name !== 'I10' && !(name in FAULTS))).toEqual([])
  })
})
