/** The whole page: which of the three it is, and what lies over both. */
import { useEffect } from 'react'
import { useShortcuts } from './actions/useShortcuts.ts'
import { Lab } from './lab/Lab.tsx'
import { MergeFunction } from './lab/mergeFunction/MergeFunction.tsx'
import { Build } from './later/build.ts'
import { Choose } from './later/choose.ts'
import { Home } from './later/home.ts'
import { HelpSheet } from './later/index.ts'
import { Learn } from './later/learn.ts'
import { Notes } from './later/notes.ts'
import { useLive } from './live/useLive.ts'
import { usePage } from './page/page.ts'
import { useForkNotice } from './page/useForkNotice.ts'
import { useLook } from './page/useLook.ts'
import { useTitle } from './page/useTitle.ts'
import { Announcer } from './parts/Announcer.tsx'
import { DropZone } from './parts/DropZone.tsx'
import { Notices } from './parts/Notices.tsx'
import { openHash } from './route/open.ts'

const PAGES = { home: Home, learn: Learn, choose: Choose, build: Build, notes: Notes, lab: Lab }

export function App() {
  const live = useLive()
  const Where = PAGES[usePage((p) => p.where)]
  const help = usePage((p) => p.open === 'help')
  // Another vocabulary renders everything again.
  usePage((p) => p.terms)
  useLook()
  useTitle()
  useForkNotice()
  useShortcuts()
  useEffect(() => {
    const opened = () => openHash(live, location.hash)
    addEventListener('hashchange', opened)
    return () => removeEventListener('hashchange', opened)
  }, [live])
  return (
    <>
      <Where />
      <Notices />
      {help && <HelpSheet />}
      <MergeFunction />
      <Announcer />
      <DropZone />
    </>
  )
}
