import type { Fields, NumberField } from './field.ts'
import { LIMITS } from './limits.ts'
import { CLIENT, COSTS, FAILOVER, LAG, MULTI_MASTER, NETWORK, NODE, REGIONS, REPLICATION } from './tables/index.ts'

/**
 * The one table of a scenario. `Scenario` (the type), defaults, checks with their sentences, the JSON Schema,
 * the short form in links and the controls on the page are derived from it.
 */
export const SCENARIO = {
  id: { type: 'id', default: 'scenario', description: 'Short name of the scenario.' },
  title: { type: 'text', max: 120, default: 'Untitled', description: 'Name of the scenario as people read it.' },
  about: {
    type: 'text',
    max: 1000,
    default: '',
    description: 'One or two sentences: what to watch, and which of the numbers are scaled and why.',
  },
  paceMs: {
    type: 'number',
    unit: 'ms',
    min: 0.001,
    max: 3_600_000,
    step: 1,
    default: 1,
    description: 'Database time that passes in one second of yours at speed 1. It never changes what happens.',
  },
  untilMs: {
    type: 'number',
    unit: 'ms',
    min: 0.001,
    max: LIMITS.timeMs,
    step: 100,
    default: 60_000,
    description: 'A sensible moment to show up to. Milestones after it are not looked ahead for.',
  },
  nodes: {
    type: 'list',
    of: NODE,
    min: 1,
    max: LIMITS.nodes,
    description: 'The database nodes, up to 9: one master and its slaves, or masters only.',
  },
  network: { type: 'group', fields: NETWORK, description: 'How far apart everybody is.' },
  clients: { type: 'list', of: CLIENT, max: 9, description: 'Who writes, and how.' },
  replication: { type: 'group', fields: REPLICATION, description: 'When a client hears OK, and how slaves copy.' },
  multiMaster: {
    type: 'group',
    fields: MULTI_MASTER,
    description: 'Several masters: who copies from whom, and which version of a row stays.',
  },
  regions: {
    type: 'group',
    fields: REGIONS,
    description: 'Several masters: each of them a region with three replicas, as a DynamoDB global table has them.',
  },
  costs: { type: 'group', fields: COSTS, description: 'What work takes on a node.' },
  failover: { type: 'group', fields: FAILOVER, description: 'Who watches the master, and what happens when it dies.' },
  lag: { type: 'group', fields: LAG, description: 'Where a lag gauge changes to warn and to critical.' },
} as const satisfies Fields

/** Beside the scenario, what a run is drawn from. */
export const SEED = {
  type: 'number',
  unit: 'draws',
  min: 0,
  max: 4_294_967_295,
  step: 1,
  default: 1,
  description: 'Every chance in the run is drawn from it: same scenario, seed and interventions, same run.',
} as const satisfies NumberField
