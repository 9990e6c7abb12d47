/** Lays the run beside its twin: one master beside several, or the other way round. */
import { labels } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { ActionButton } from '../../parts/Button.tsx'

export function StrategyButton({ className = 'mini', onDone }: { className?: string; onDone?: () => void }) {
  const several = useSlice(({ frame }) => frame.multiMaster !== null) ?? false
  const label = several ? labels.compareWithOne() : labels.compareWithSeveral()
  return <ActionButton action="strategies" className={className} label={label} hide {...(onDone && { onDone })} />
}
