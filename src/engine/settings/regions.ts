/** What regions work under: how far zones are apart, how long leases last, and what clients ask of their reads. */
import { hasRegions, type Scenario } from '../../run/index.ts'
import { micros } from './micros.ts'

export interface RegionSettings {
  readonly kind: 'mrec' | 'mrsc'
  /** One way. */
  readonly zoneUs: number
  readonly leaseUs: number
  /** Id of the region that holds change data only; '' = none. */
  readonly witness: string
  readonly giveUpUs: number
  /** By client number. */
  readonly consistency: readonly Scenario['clients'][number]['consistency'][]
}

export function regionSettings(scenario: Scenario): RegionSettings | null {
  const { regions, clients } = scenario
  if (!hasRegions(scenario)) return null
  return {
    kind: regions.kind as RegionSettings['kind'],
    zoneUs: micros(regions.zoneMs),
    leaseUs: micros(regions.leaseMs),
    witness: regions.witness ?? '',
    giveUpUs: micros(regions.giveUpMs),
    consistency: clients.map(({ consistency }) => consistency),
  }
}
