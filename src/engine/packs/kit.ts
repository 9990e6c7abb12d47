/** The core and some packs put together: all that an engine is made of. Made once for a list of packs. */
import type { AnyStateMachine } from 'xstate'
import type { Action } from '../../run/index.ts'
import type { Checker } from '../checkers/checker.ts'
import type { Counters } from '../frame/index.ts'
import type { Acts } from '../kernel/acts/act.ts'
import type { Kernel } from '../kernel/kernel.ts'
import type { Sense } from '../kernel/sense.ts'
import type { World } from '../world/index.ts'
import { ANY, CALLS, core } from './core.ts'
import { missing } from './missing.ts'
import type { Calls, Pack } from './pack.ts'

export interface Kit {
  /** Every definition that is there. */
  readonly machines: ReadonlyMap<string, AnyStateMachine>
  readonly calls: Calls
  /** Throws when no pack brings this machine. */
  machine(key: string): AnyStateMachine
  /** What a machine may say: its own intents, and those of any machine. */
  actsOf(machine: string): Acts
  /** Undefined: it sees the time and the cause, and what it is told. */
  senseOf(machine: string): Sense | undefined
  /** Throws when no pack knows how. */
  intervene(kernel: Kernel, action: Action): void
  checkers(counters: (world: World) => Counters): Checker[]
}

const made = [new WeakMap<readonly Pack[], Kit>(), new WeakMap<readonly Pack[], Kit>()] as const

/** `packs`: a list that nobody adds to afterwards. `many`: for several masters. */
export function kitOf(packs: readonly Pack[], many = false): Kit {
  const kits = made[many ? 1 : 0]
  const known = kits.get(packs)
  if (known !== undefined) return known
  const among = many ? packs.map((pack) => pack.among ?? {}) : []
  const isJudged = packs.some(({ checkers }) => checkers !== undefined)
  const judging = many ? (isJudged ? among : []) : packs
  const kit = put([core, ...packs, ...among], judging)
  kits.set(packs, kit)
  return kit
}

/** `judging`: those whose checkers count. */
function put(packs: readonly Omit<Pack, 'name'>[], judging: readonly Pick<Pack, 'checkers'>[]): Kit {
  const machines = new Map(packs.flatMap((pack) => Object.entries(pack.machines ?? {})))
  const acts = new Map<string, Acts>()
  for (const pack of packs)
    for (const [machine, own] of Object.entries(pack.acts ?? {}))
      acts.set(machine, { ...(acts.get(machine) ?? ANY), ...own })
  const senses = new Map(packs.flatMap((pack) => Object.entries(pack.senses ?? {})))
  const interventions = Object.assign({}, ...packs.map((pack) => pack.interventions)) as Record<
    string,
    ((kernel: Kernel, action: Action) => void) | undefined
  >
  return {
    machines,
    calls: Object.assign({}, CALLS, ...packs.map((pack) => pack.calls)) as Calls,
    machine: (key) => machines.get(key) ?? missing(`the machine ${key}`),
    actsOf: (machine) => acts.get(machine) ?? ANY,
    senseOf: (machine) => senses.get(machine),
    intervene: (kernel, action) =>
      (interventions[action.do] ?? missing(`the intervention ${action.do}`))(kernel, action),
    checkers: (counters) => judging.flatMap((pack) => pack.checkers?.(counters) ?? []),
  }
}
