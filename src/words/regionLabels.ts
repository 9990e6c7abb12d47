import type { Frame, RegionFrame } from '../engine/index.ts'

/** What buttons of regions say. They stand with all other actions, so they are kept apart from the rest about regions. */
export const regionLabels = {
  'kill-replica': (zone?: string): string => (zone ? `Stop replica ${zone}` : 'Stop a replica'),
  'restart-replica': (zone?: string): string => (zone ? `Start replica ${zone}` : 'Start a replica'),
  'isolate-region': (id?: string): string => `Isolate ${id ?? 'the selected region'}`,
  'join-region': (id?: string): string => `End the isolation${id ? ` of ${id}` : ''}`,
  /** Where other runs can be laid beside another strategy. */
  noTwin: 'No other strategy beside a global table: the page calls nodes regions, and one master is none.',
  // in the legend
  leader: 'leader',
  flushed: 'flushed',
  asks: 'asks',
  promised: 'promised',
} as const

/** Of which kind the global table is; null: nodes are single servers. */
export const kindOfRegions = ({ multiMaster }: Pick<Frame, 'multiMaster'>): RegionFrame['kind'] | null =>
  multiMaster?.sites[0]?.region?.kind ?? null
