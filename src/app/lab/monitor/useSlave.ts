/**
 * Whose lag is shown: the selected slave, else the one that was picked; else the one that the newest alert is about, or
 * whose gauge is over a threshold, because somebody who opens the monitor then has come for that one.
 */
import type { Frame } from '../../../engine/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { usePage } from '../../page/page.ts'

export function useSlave(): { ids: string[]; slave: string } {
  const ids = useSlice(({ frame }) => frame.nodes.filter(({ lag }) => lag !== null).map(({ id }) => id)) ?? []
  const noted = useSlice(({ frame }) => notable(frame)) ?? ''
  const picked = usePage((p) => p.lagOf)
  const selected = usePage((p) => (p.selection?.kind === 'node' ? p.selection.id : ''))
  const slave = [selected, picked, noted].find((id) => ids.includes(id)) ?? ids[0] ?? ''
  return { ids, slave }
}

function notable({ alerts, nodes }: Frame): string {
  const about = alerts.filter(({ reason }) => reason !== 'copies').at(-1)?.node
  return about ?? nodes.find(({ lag }) => lag !== null && lag.level !== 'ok')?.id ?? ''
}
