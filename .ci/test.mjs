// `npm test`: installs what is missing, runs every check, and ends with one line of counts.
// `npm run check`: the same without the tests that need running code (unit, end to end).
// Checks that keep one processor busy run two at a time, and each tells what it said when it is done; the two suites
// of tests use every processor, so they come after each other and tell as they go.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { environment, install, root } from './install.mjs'

install()

const only = process.argv[2] ?? 'all'
const reports = join(root, 'node_modules', '.cache', 'reports')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const bin = (pkg, file) => join(root, 'node_modules', pkg, file)
const node = (...args) => ({ command: process.execPath, args })
const totals = { passed: 0, failed: 0 }
const failures = []

function count(name, passed, failed) {
  totals.passed += passed
  totals.failed += failed
  if (failed > 0) failures.push(`${name}: ${failed} failed`)
}

/** Runs a command; what it says is told at once, or kept and returned. */
function run({ command, args }, env, kept) {
  return new Promise((resolve) => {
    const stdio = kept ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit']
    const child = spawn(command, args, { cwd: root, env: environment(env), stdio })
    const said = []
    child.stdout?.on('data', (text) => said.push(text))
    child.stderr?.on('data', (text) => said.push(text))
    child.on('error', (error) => resolve({ ok: false, said: `${error.message}\n` }))
    child.on('close', (code) => resolve({ ok: code === 0, said: Buffer.concat(said).toString() }))
  })
}

/** Runs one check; `read` turns its report into counts, otherwise the whole check counts as one. */
async function check(name, what, { read, env = {}, kept = false } = {}) {
  const began = Date.now()
  if (!kept) console.log(`\n== ${name}`)
  const { ok, said } = await run(what, env, kept)
  if (kept) process.stdout.write(`\n== ${name}\n${said}`)
  const counts = read?.()
  if (counts) {
    // A runner that fails without a failed test (it could not start, or a hook broke) is a failure too.
    count(name, counts.passed, counts.failed === 0 && !ok ? 1 : counts.failed)
  } else count(name, ok ? 1 : 0, ok ? 0 : 1)
  console.log(`== ${name}: ${ok ? 'ok' : 'FAILED'} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  return ok
}

/** Two lanes take from one list, the longest first. */
async function besideEachOther(checks) {
  const left = [...checks]
  const lane = async () => {
    for (let next = left.shift(); next; next = left.shift()) await next()
  }
  await Promise.all([lane(), lane()])
}

const json = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)

function vitestCounts(file) {
  const report = json(file)
  return report && { passed: report.numPassedTests, failed: report.numFailedTests }
}

function playwrightCounts(file) {
  const stats = json(file)?.stats
  return stats && { passed: stats.expected, failed: stats.unexpected + stats.flaky }
}

const biome = bin('@biomejs/biome', 'bin/biome')
// The compiler that checks is four times as fast as the one that has an interface for programs.
const tsc = bin('typescript-native', 'bin/tsc')
const vitest = bin('vitest', 'vitest.mjs')

if (only === 'all' || only === 'check') {
  const quiet = { kept: true }
  await besideEachOther([
    () => check('types', node(tsc, '-p', '.'), quiet),
    async () => {
      const built = await check('build', node(bin('vite', 'bin/vite.js'), 'build', '--logLevel', 'warn'), quiet)
      const single = ['build', '--mode', 'single', '--logLevel', 'warn']
      const one = await check('single file', node(bin('vite', 'bin/vite.js'), ...single), quiet)
      if (built && one) await check('sizes', node(bin('size-limit', 'bin.js')), quiet)
    },
    () => check('types: engine', node(tsc, '-p', 'src/engine'), quiet),
    () => check('types: query', node(tsc, '-p', 'src/query'), quiet),
    () => check('dead code', node(bin('knip', 'bin/knip.js')), quiet),
    () => check('lint', node(biome, 'lint', '--error-on-warnings', '.'), quiet),
    () => check('types: run', node(tsc, '-p', 'src/run'), quiet),
    () => check('format', node(biome, 'format', '.'), quiet),
  ])
  if (only === 'check') {
    const report = join(reports, 'architecture.json')
    const args = ['run', 'src/tidy.test.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    await check('architecture', node(vitest, ...args), { read: () => vitestCounts(report) })
  }
}

if (only === 'all') {
  const unit = join(reports, 'unit.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unit}`]
  await check('unit, property, architecture', node(vitest, ...args), { read: () => vitestCounts(unit) })

  const { findChromium } = await import('./chromium.mjs')
  const chromium = findChromium()
  if (chromium) {
    const report = join(reports, 'e2e.json')
    const env = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report }
    const runner = node(bin('@playwright/test', 'cli.js'), 'test', '-c', 'e2e', '--reporter=list,json')
    await check('end to end', runner, { read: () => playwrightCounts(report), env })
  } else {
    console.error('No Chromium was found and none could be installed: set CHROMIUM_PATH to one.')
    count('end to end', 0, 1)
  }
}

for (const failure of failures) console.log(failure)
console.log(`\n${totals.passed} passed, ${totals.failed} failed`)
process.exit(totals.failed === 0 ? 0 : 1)
