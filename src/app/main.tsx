/** The entry of the page: one Lab, opened at the address, and React around it. */
import { createRoot } from 'react-dom/client'
import { home } from '../scenarios/index.ts'
import { createOpeningLab, fetchPageLab, Opening } from '../worker/index.ts'
import { App } from './App.tsx'
import { fetchAround } from './later/around.ts'
import { fetchBeside } from './later/beside.ts'
import { fetchHome } from './later/home.ts'
import { fetchAhead, onDemand } from './later/onDemand.ts'
import { createLive } from './live/live.ts'
import { LiveContext } from './live/useLive.ts'
import { notify } from './page/page.ts'
import { shown } from './page/shown.ts'
import { noticeTouch } from './page/touched.ts'
import { openHash } from './route/open.ts'
import { routeOf } from './route/route.ts'
import './style.css'

noticeTouch()
// Asked for first, so that it is on its way while the run is folded.
const isHome = routeOf(location.hash).page === 'home'
const first = isHome ? fetchHome() : fetchAround()
const picture = shown(first, isHome)

// Where the build has written it, the home page begins with the opening of its run, and its engine comes after the picture.
const opening = isHome && home.opening !== undefined ? new Opening(home.run, home.opening) : null
const lab = createOpeningLab({ opening: fetchBeside, engine: fetchBeside }, opening, async (beside) => {
  if (opening !== null) await picture
  return fetchPageLab(beside)
})
const live = createLive(lab)
if (!isHome) lab.settled().catch(() => {})

// What a run cannot do now (no further milestone) is no disaster: said, and gone,
// and asked again it says one thing, not one below the other.
live.lab.onProblem((sentence) => notify(sentence, { brief: live.latest !== null, about: 'command' }))
openHash(live, location.hash)

const root = document.getElementById('app')
if (!root) throw new Error('The page has no #app')
createRoot(root).render(
  <LiveContext value={live}>
    <App />
  </LiveContext>,
)
onDemand(() => live.lab.fetchAhead())
picture.then(fetchAhead)
