/** Says once that an action in the past left a branch, and how to get it back. */
import { useEffect } from 'react'
import { labels } from '../../words/index.ts'
import { useSlice } from '../live/useLive.ts'
import { notify } from './page.ts'

export function useForkNotice(): void {
  const forked = useSlice(({ transport }) => transport.forked) ?? false
  useEffect(() => {
    if (forked) notify(labels.forked, { kind: 'news', action: 'undo' })
  }, [forked])
}
