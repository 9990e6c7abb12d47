/** The tab says which run it shows. */
import { useEffect } from 'react'
import { home, inTerms, labels } from '../../words/index.ts'
import { useSlice } from '../live/useLive.ts'
import { usePage } from './page.ts'

export function useTitle(): void {
  const run = useSlice(({ frame }) => inTerms(frame.title)) ?? ''
  const where = usePage((p) => p.where)
  useEffect(() => {
    // They carry the name of a walkthrough.
    if (where === 'notes' || where === 'learn') return
    const shown = where === 'lab' ? run : where === 'choose' ? home.choose : where === 'build' ? home.embed : ''
    document.title = shown === '' ? labels.product : `${shown} – ${labels.product}`
  }, [where, run])
}
