/** The tab says which run it shows. */
import { useEffect } from 'react'
import { inTerms, labels } from '../../words/index.ts'
import { useSlice } from '../live/useLive.ts'
import { usePage } from './page.ts'

export function useTitle(): void {
  const run = useSlice(({ frame }) => inTerms(frame.title)) ?? ''
  const where = usePage((p) => p.where)
  useEffect(() => {
    document.title = where === 'lab' && run !== '' ? `${run} – ${labels.product}` : labels.product
  }, [where, run])
}
