/**
 * How far two participants are apart: an exception of the scenario, or what holds for their kind. Between data centres
 * distance is what counts, whoever talks to whom.
 */
import type { LinkSpec, Scenario } from '../../run/index.ts'
import { micros, thousand } from './micros.ts'
import { placeOf } from './places.ts'

interface Distance {
  readonly oneWayUs: number
  readonly jitterUs: number
  /** In each direction; 0 = no limit. Links of clients and the monitor have one only as an exception. */
  readonly bytesPerSecond: number
  /** Of 100,000 messages. */
  readonly lossOf100k: number
}

/** How far two participants are apart: an exception of the scenario, or what holds for their kind. */
export function distance(scenario: Scenario, a: string, b: string, kind: 'replication' | 'client' | 'probe'): Distance {
  const { network } = scenario
  const own = network.links.find((link: LinkSpec) => {
    const [one, other] = link.between
    return (one === a && other === b) || (one === b && other === a)
  })
  const [here, there] = [placeOf(scenario, a), placeOf(scenario, b)]
  const far = here !== undefined && there !== undefined && here !== there ? network.farOneWayMs : undefined
  const usual =
    far !== undefined
      ? far
      : kind === 'client'
        ? network.clientOneWayMs
        : kind === 'probe'
          ? network.monitorOneWayMs
          : network.oneWayMs
  return {
    oneWayUs: micros(own?.oneWayMs ?? usual),
    jitterUs: thousand(own?.jitterMs ?? network.jitterMs),
    bytesPerSecond: thousand(own?.kilobytesPerSecond ?? (kind === 'replication' ? network.kilobytesPerSecond : 0)),
    lossOf100k: thousand(own?.lossPercent ?? network.lossPercent),
  }
}
