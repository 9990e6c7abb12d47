/**
 * Same model, same run: same digest. What the presets and some generated runs came to under this model is kept beside this
 * test; a link made by any version of this model has to play as it was. When something here changes on purpose, MODEL
 * has to rise: then the corpus is recorded anew (`npx vitest run src/scenarios/golden.test.ts -u`). The generated runs are
 * kept as their links, because what is drawn changes with every new setting.
 */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createEngine } from '../engine/index.ts'
import { drawRun } from '../headless/fuzz/draw/index.ts'
import { mergingOf } from '../headless/merging.ts'
import { decodeRun, encodeRun, MODEL, type Run, us } from '../run/index.ts'
import { everyPreset } from './index.ts'

/** Far enough for every story to have turned. */
const MOST_US = 20_000_000
const GENERATED = 24

const PRESETS = `./fixtures/golden-${MODEL}.txt`
const LINKS = `./fixtures/links-${MODEL}.txt`

function linkOf(run: Run): string {
  const link = encodeRun(run)
  if ('problem' in link) throw new Error(link.problem)
  return link.text
}

/** As somebody opens it who was sent it. */
async function played(link: string): Promise<string> {
  const opened = decodeRun(link)
  if ('problem' in opened) throw new Error(opened.problem)
  const { run } = opened
  const engine = createEngine(run, await mergingOf(run))
  engine.runTo(Math.min(us(run.scenario.untilMs), MOST_US))
  return `${String(engine.time).padStart(9)} ${engine.digest()}`
}

/** Those that were drawn when this model began; none have been yet where there is no file. */
function generatedLinks(): string[] {
  const file = new URL(LINKS, import.meta.url)
  if (!existsSync(file)) return Array.from({ length: GENERATED }, (_, at) => linkOf(drawRun(at + 1)))
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  return lines.map((line) => line.split(' ').at(-1)!)
}

test('[D10] every preset comes to the digest that this model was released with', async () => {
  const lines: string[] = []
  for (const { id, run } of everyPreset) lines.push(`${id.padEnd(24)} ${await played(linkOf(run))}`)
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(PRESETS)
}, 120_000)

test('[D10] links that were generated when this model was released still play as they did', async () => {
  const links = generatedLinks()
  expect(links).toHaveLength(GENERATED)
  const lines: string[] = []
  for (const link of links) lines.push(`${await played(link)} ${link}`)
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(LINKS)
}, 120_000)
