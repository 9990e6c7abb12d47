/**
 * Same model, same run: same digest. What the presets and some generated runs came to under this model is kept beside this
 * test; a link made by any version of this model has to play as it was. When something here changes on purpose, MODEL
 * has to rise: then the corpus is recorded anew (`npx vitest run src/scenarios/golden.test.ts -u`).
 */
import { expect, test } from 'vitest'
import { createEngine } from '../engine/index.ts'
import { drawRun } from '../headless/fuzz/draw/index.ts'
import { mergingOf } from '../headless/merging.ts'
import { decodeRun, encodeRun, MODEL, type Run, us } from '../run/index.ts'
import { everyPreset } from './index.ts'

/** Far enough for every story to have turned. */
const MOST_US = 20_000_000

/** Through a link, as somebody opens it who was sent it. */
function linked(run: Run): Run {
  const link = encodeRun(run)
  if ('problem' in link) return run
  const opened = decodeRun(link.text)
  if ('problem' in opened) throw new Error(opened.problem)
  return opened.run
}

async function line(name: string, run: Run): Promise<string> {
  const engine = createEngine(linked(run), await mergingOf(run))
  engine.runTo(Math.min(us(run.scenario.untilMs), MOST_US))
  return `${name.padEnd(24)} ${String(engine.time).padStart(9)} ${engine.digest()}`
}

test('[D10] every preset and the generated runs of the corpus come to the digests that this model was released with', async () => {
  const lines: string[] = []
  for (const { id, run } of everyPreset) lines.push(await line(id, run))
  for (let seed = 1; seed <= 24; seed++) lines.push(await line(`generated-${seed}`, drawRun(seed)))
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`./fixtures/golden-${MODEL}.txt`)
}, 120_000)
