/**
 * Regions of three replicas each, as DynamoDB has them, on top of several masters (rules Y, DOMAIN 6). It takes nobody's
 * place: the code of several masters asks at its own doors (`regions/regions.ts`).
 */
import { RegionsAgree } from '../checkers/agreement.ts'
import { RegionGroups } from '../checkers/regions.ts'
import { agreement } from '../machines/agreement.ts'
import { replica } from '../machines/replica.ts'
import { agreeing, agreementSense } from '../regions/agreement/acts.ts'
import { interventions } from '../regions/interventions.ts'
import { replicaSense, replicating } from '../regions/replicas.ts'
import { makeRegions } from '../regions/setUp.ts'
import type { Pack } from './pack.ts'

export const regions: Pack = {
  name: 'regions',
  machines: { agreement, replica },
  acts: { agreement: agreeing, replica: replicating },
  senses: { agreement: agreementSense, replica: replicaSense },
  interventions,
  calls: { makeRegions },
  among: { checkers: () => [new RegionGroups(), new RegionsAgree()] },
}
