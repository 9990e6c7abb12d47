// `npm run -s rubric`: the 30 checks that a stranger makes in a browser, a line each: number, P where it must hold, "yes",
// "no" or "by eye", and the evidence. What a browser test can decide is decided by the tests that carry its tag
// (`{ tag: '@R4' }`), run now; what only somebody who looks can say is marked so, and says what to look at.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from './chromium.mjs'
import { environment, install, root } from './install.mjs'

/** Number, must it hold, what it says in short, and what to look at where no test can tell. */
const CHECKS = [
  [
    1,
    'P',
    'home can be used within 2 s on a slow processor, and nothing moves before a gesture',
    'the first paint with the processor slowed down four times: a time, which no test may judge',
  ],
  [2, 'P', 'two interactions and 30 s from home to a sentence that counts lost promised writes'],
  [3, 'P', 'Space freezes every token'],
  [4, 'P', '50 steps forward and 50 back end at the same digest and log'],
  [5, 'P', 'a step goes to the same moment at 0.1x and at 8x'],
  [6, 'P', 'a copied link opens the same digest elsewhere, paused'],
  [7, '', 'acting in the past makes a fork, and the old branch can be opened again'],
  [8, 'P', 'binlog, relay log, both threads and the ack of one write can be pointed at; received, not yet applied'],
  [9, 'P', 'under async lost writes stay to be seen and counted; under sync none is lost with the same seed'],
  [10, 'P', 'each phase of a failover has a line of text'],
  [11, 'P', 'an old master that returns is fenced, and its own entries are marked'],
  [12, 'P', 'a conflict shows both versions, the rule, what stays and what goes; a wrong clock changes it'],
  [13, '', 'version vectors tell before, after and concurrent'],
  [14, 'P', 'lag in entries and seconds, badges by shape, thresholds that move, true and reported apart'],
  [
    15,
    'P',
    'told apart without colour',
    'the stage in greyscale: role, down, fenced, warn, critical, lost, conflict, origin',
  ],
  [16, 'P', 'axe finds nothing serious; contrast'],
  [17, 'P', 'a whole walkthrough by keyboard, its focus always in sight'],
  [18, 'P', 'text view, live region, at most one announcement in 2 s'],
  [19, 'P', 'with reduced motion nothing travels, the same is told, lessons can be finished'],
  [20, 'P', 'projector: no text under 22 px, narration at least 36'],
  [21, 'P', 'a prediction in every walkthrough, each wrong option explained, Next never moves, progress told'],
  [22, '', 'a gate opens in a second way, too'],
  [23, 'P', 'the single file works from a folder without network, walkthroughs included'],
  [24, 'P', 'a figure fits 640 and 320 px: no inner scrollbar, nothing clipped'],
  [25, 'P', 'wheel and touch over a figure scroll the article; it never takes focus'],
  [26, 'P', 'in a sandboxed frame of another origin, without storage, errors, requests or violations'],
  [27, '', 'of six figures one plays; one off the screen stops and goes on without a jump'],
  [28, 'P', 'forged messages change nothing'],
  [29, '', 'with keys=slides a deck goes on after a click into the figure'],
  [30, '', 'printed, or without JavaScript, there is a labelled picture with its link'],
]

install()
const report = join(root, 'node_modules/.cache/reports/rubric.json')
rmSync(report, { force: true })
const node = (file, args, env = {}) =>
  spawnSync(process.execPath, [join(root, 'node_modules', file), ...args], {
    cwd: root,
    env: environment(env),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
const chromium = findChromium()
if (!chromium) console.error('No Chromium was found and none could be installed: set CHROMIUM_PATH to one.')
else {
  node('vite/bin/vite.js', ['build', '--logLevel', 'error'])
  node('vite/bin/vite.js', ['build', '--mode', 'single', '--logLevel', 'error'])
  node('@playwright/test/cli.js', ['test', '-c', 'e2e', '--grep', '@R\\d', '--reporter=json'], {
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  })
}

/** Every test with its tags, as [tag, name, passed]. */
function* tests({ suites = [], specs = [], title = '' }, path = []) {
  const here = title === '' ? path : [...path, title]
  for (const spec of specs) for (const tag of spec.tags ?? []) yield [tag, [...here, spec.title].join(' > '), spec.ok]
  for (const suite of suites) yield* tests(suite, here)
}

const all = existsSync(report) ? [...tests(JSON.parse(readFileSync(report, 'utf8')))] : []
let yes = 0
for (const [number, must, claim, eye] of CHECKS) {
  const mine = all.filter(([tag]) => tag === `R${number}`)
  const failed = mine.filter(([, , ok]) => !ok)
  const answer = mine.length > 0 ? (failed.length === 0 ? 'yes' : 'no') : eye ? 'by eye' : 'no'
  if (answer === 'yes') yes += 1
  const names = (failed.length > 0 ? failed : mine).map(([, name]) => name)
  const evidence =
    names.length > 0 ? `${failed.length > 0 ? 'failed: ' : ''}${names.join('; ')}` : (eye ?? 'no test shows it')
  console.log(`${String(number).padStart(2)} ${must || ' '} ${answer.padEnd(6)} ${claim} (${evidence})`)
}
console.error(`${yes} yes of ${CHECKS.length}; those by eye are for somebody who looks.`)
