/** Everything that has happened on this branch, as a table or as a log of causes. */
import type { Fact } from '../../engine/index.ts'
import { sharing, whole } from '../../words/index.ts'
import type { Live } from '../live/live.ts'
import { notify } from '../page/page.ts'
import { eventsCsv } from './csv.ts'
import { download } from './download.ts'
import { shivizLog } from './shiviz.ts'

/** Events in one file at most; what draws a diagram of them gives up long before a spreadsheet does. */
const MOST = { csv: 200_000, shiviz: 20_000 }

export const exportCsv = (live: Live): Promise<void> =>
  save(live, MOST.csv, (facts) => new Blob([eventsCsv(facts)], { type: 'text/csv' }), 'events.csv')

export const exportShiviz = (live: Live): Promise<void> =>
  save(live, MOST.shiviz, (facts) => new Blob([shivizLog(facts)], { type: 'text/plain' }), 'shiviz.log')

async function save(live: Live, most: number, write: (facts: Fact[]) => Blob, ending: string): Promise<void> {
  const update = live.latest
  if (!update) return
  const { playedTo, run } = update.transport
  const facts = await live.lab.ask({ ask: 'facts', from: 0, to: playedTo, most })
  if (facts.length === most) notify(sharing.exportCut(whole(most)), { kind: 'news' })
  download(`${run.scenario.id}.${ending}`, write(facts))
}
