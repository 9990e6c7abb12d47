/** Runs as files: saved by the browser's download, opened by its chooser or by dropping them on the page. */
import { LIMITS, linkHash, type Run, readFile, writeFile } from '../../run/index.ts'
import { labels, sharing } from '../../words/index.ts'
import type { Live } from '../live/live.ts'
import { notify, page } from '../page/page.ts'
import { settleAt } from '../route/settle.ts'
import { download } from './download.ts'
import { KEPT_HASH, keepRun, keptRun } from './keptRun.ts'

const json = (text: string) => new Blob([text], { type: 'application/json' })

export const saveFile = (run: Run): void => download(`${run.scenario.id}.run.json`, json(writeFile(run)))

/** The set-up alone: without seed, and without anything that was done to it. */
export const saveScenario = (run: Run): void => download(`${run.scenario.id}.scenario.json`, json(scenarioText(run)))

function scenarioText(run: Run): string {
  const { scenario } = JSON.parse(writeFile({ ...run, interventions: [] })) as { scenario: unknown }
  return `${JSON.stringify(scenario, null, 2)}\n`
}

export function chooseFile(live: Live): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.json,application/json'
  input.onchange = () => {
    const file = input.files?.[0]
    if (file) void openFile(live, file)
  }
  input.click()
}

/** Opens a scenario or a saved run. Anything else: one sentence, and the present run stays as it is. */
export async function openFile(live: Live, file: File): Promise<void> {
  if (file.size > 4 * LIMITS.fileBytes) return notify(labels.fileTooLarge(file.name))
  const text = await file.text().catch(() => null)
  if (text === null) return notify(labels.fileUnreadable(file.name))
  const read = readFile(text)
  if ('problem' in read) return notify(`${file.name}: ${read.problem}`)
  live.do({ do: 'load', run: read.run })
  page.set({ selection: null, moved: {}, zoom: null, open: null, notices: [] })
  const link = linkHash(read.run, 0)
  if ('hash' in link) return settleAt(link.hash)
  const isKept = keepRun(writeFile(read.run))
  settleAt(isKept ? KEPT_HASH : '#/lab')
  notify(isKept ? sharing.keptInTab : sharing.notKept, { kind: 'news', brief: false, action: 'save-file' })
}

/** The run that this tab has kept over a reload; false when there is none. */
export function openKept(live: Live): boolean {
  const text = keptRun()
  const read = text === null ? null : readFile(text)
  if (read === null || 'problem' in read) return false
  live.do({ do: 'load', run: read.run })
  notify(sharing.restored, { kind: 'news' })
  return true
}
