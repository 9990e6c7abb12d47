/** Runs as files: saved by the browser's download, opened by its chooser or by dropping them on the page. */
import { LIMITS, linkHash, type Run, readFile, writeFile } from '../../run/index.ts'
import { labels } from '../../words/index.ts'
import type { Live } from '../live/live.ts'
import { notify, page } from '../page/page.ts'
import { settleAt } from '../route/settle.ts'

export function saveFile(run: Run): void {
  const address = URL.createObjectURL(new Blob([writeFile(run)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${run.scenario.id}.run.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
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
  settleAt('hash' in link ? link.hash : '#/lab')
}
