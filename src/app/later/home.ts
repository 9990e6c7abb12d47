/** The home page: what stands there alone. All else is shared with the lab. */
import { later } from './later.tsx'
import { onDemand } from './onDemand.ts'

const home = onDemand(() => import('../home/Home.tsx'))
export const Home = later(home, (m) => m.Home)
export const fetchHome = (): Promise<unknown> => home()
