/** Walkthrough 10: who writes what, and where it can be read. */
import type { Intervention } from '../../../run/index.ts'
import type { Move } from '../../walkthrough.ts'

export const adds = (atMs: number, client: string, value: number): Intervention => ({
  ...{ atMs, do: 'write', client, operation: 'add', key: 'cart', value },
})

/** `c2` has read what `c1` added. */
export const A1 = adds(30, 'c1', 1)
export const B1 = adds(110, 'c2', 2)
/** Both have read B1, and neither can have heard of the other. */
export const FOUR = [A1, B1, adds(190, 'c1', 3), adds(216, 'c2', 4)]
/** All four are written, and the last two are on their way. */
export const WRITTEN = { atMs: 229, interventions: FOUR }

/** A2 and B2 have crossed, be they concurrent or not. */
export const crossed: Move = { until: 'time >= 330', mostMs: 1000 }
export const write = (client: string): Move => ({ act: { do: 'write', client } })

export const dynamo = {
  name: 'DeCandia and others, 2007',
  place: 'Dynamo: Amazon’s Highly Available Key-value Store, 4.4 Data Versioning',
}
export const riak = { name: 'Riak KV documentation', place: 'Causal Context' }
export const developerGuide = {
  name: 'Amazon DynamoDB Developer Guide',
  place: 'How DynamoDB global tables work',
  url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html',
}
