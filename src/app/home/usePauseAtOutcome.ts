/** Once the failover is over, the page waits for the reader: the sentence beside the stage is the point. */
import { useEffect } from 'react'
import { useLive } from '../live/useLive.ts'

export function usePauseAtOutcome(): void {
  const live = useLive()
  useEffect(() => {
    let before = 0
    return live.onUpdate(({ frame: { milestone }, transport }) => {
      const reached = milestone && milestone.id > before && milestone.kind === 'failover-done'
      before = milestone?.id ?? 0
      if (reached && transport.playing) live.do({ do: 'pause' })
    })
  }, [live])
}
