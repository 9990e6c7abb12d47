import { placeOf } from '../settings/index.ts'
import type { World } from '../world/index.ts'

/** Does it stand in a data centre that is cut off? */
export function isCutOff({ settings, dataCenters }: World, id: string): boolean {
  const place = placeOf(settings.scenario, id)
  return dataCenters.some((one) => one.cut && one.id === place)
}
