/** Whose lag is shown: the one that was picked, else the selected slave, else the first one. */
import { useSlice } from '../../live/useLive.ts'
import { usePage } from '../../page/page.ts'

export function useSlave(): { ids: string[]; slave: string } {
  const ids = useSlice(({ frame }) => frame.nodes.filter(({ lag }) => lag !== null).map(({ id }) => id)) ?? []
  const picked = usePage((p) => p.lagOf)
  const selected = usePage((p) => (p.selection?.kind === 'node' ? p.selection.id : ''))
  const slave = [selected, picked].find((id) => ids.includes(id)) ?? ids[0] ?? ''
  return { ids, slave }
}
