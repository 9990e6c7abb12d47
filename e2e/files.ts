/** Files as a visitor's disk holds them: made here, opened through the browser's chooser or dropped on the page. */
import { expect, type Page } from '@playwright/test'
import type { Run } from '../src/run/index.ts'
import { preset } from '../src/scenarios/index.ts'

export interface DiskFile {
  name: string
  mimeType: string
  buffer: Buffer
}

export const fileOf = (name: string, content: unknown): DiskFile => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
})

/** A copy of a preset's run, to be changed. */
export function runOf(id: string): Run {
  const found = preset(id)
  if (!found) throw new Error(`No preset ${id}`)
  return structuredClone(found.run)
}

const scenarios = (page: Page) => page.getByRole('heading', { level: 1 }).getByRole('button')

/** Through the menu of scenarios and the browser's chooser. */
export async function openFile(page: Page, file: DiskFile): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await scenarios(page).click()
  await page.getByRole('menuitem', { name: 'Open file' }).click()
  await (await chooser).setFiles(file)
}

/** Through the menu of scenarios and the browser's download: name and text of what is saved. */
export async function saveFile(
  page: Page,
  button = page.getByRole('menuitem', { name: 'Save file' }),
): Promise<DiskFile> {
  if (!(await button.isVisible())) await scenarios(page).click()
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  return { name: download.suggestedFilename(), mimeType: 'application/json', buffer: Buffer.concat(chunks) }
}

/** Lets go of a file over the page, as from a folder. */
export async function dropFile(page: Page, file: DiskFile): Promise<void> {
  const carried = await page.evaluateHandle(
    ({ name, text }) => {
      const data = new DataTransfer()
      data.items.add(new File([text], name, { type: 'application/json' }))
      return data
    },
    { name: file.name, text: file.buffer.toString() },
  )
  await page.dispatchEvent('body', 'dragover', { dataTransfer: carried })
  await expect(page.getByText('Drop a scenario or a saved run')).toBeVisible()
  await page.dispatchEvent('body', 'drop', { dataTransfer: carried })
}
