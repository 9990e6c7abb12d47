import type { MachineChart } from '../engine.ts'
import { chart } from '../machines/compile/index.ts'
import { atHand } from './atHand.ts'
import { kitOf } from './kit.ts'
import type { Pack } from './pack.ts'

/** The definitions as data, for the inspector: of the core's machines, and of these packs'. */
export function machineCharts(packs: readonly Pack[] = atHand): Record<string, MachineChart> {
  const charts: Record<string, MachineChart> = {}
  for (const [key, machine] of kitOf(packs).machines) charts[key] = chart(machine)
  return charts
}
