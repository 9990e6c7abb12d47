// Starts the command line: `npm run -s lab -- run failover-lost-writes --json`. Node cannot read TypeScript, and a
// loader that translates while it runs slows the engine down many times, so the source is bundled once into a
// cache, under a name that changes with it, and plain Node runs that.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const cache = join(root, 'node_modules/.cache/replication-lab')
const FOLDERS = ['run', 'engine', 'query', 'words', 'scenarios', 'lessons', 'playback', 'worker', 'headless']
/** Asked for only by the bench, from the packages and not from the bundle. */
const EXTERNAL = ['vite', '@playwright/test']

function installPackages() {
  if (existsSync(join(root, 'node_modules/vite'))) return
  const { NODE_ENV: _, ...env } = process.env
  const options = { cwd: root, env, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' }
  const done = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], options)
  if (done.status === 0) return
  console.error('The packages that the lab needs are missing, and npm ci did not succeed.')
  process.exit(2)
}

/** Name, time and size of every source file: what the bundle is a function of. */
function keyOfSource() {
  const hash = createHash('sha256')
  const add = (path) => {
    const { mtimeMs, size } = statSync(path)
    hash.update(`${path} ${mtimeMs} ${size}\n`)
  }
  for (const folder of FOLDERS)
    for (const name of readdirSync(join(root, 'src', folder), { recursive: true }).sort())
      if (/\.(ts|mjs)$/.test(name) && !name.endsWith('.test.ts')) add(join(root, 'src', folder, name))
  add(join(root, 'package-lock.json'))
  return hash.digest('hex').slice(0, 16)
}

async function bundle(file) {
  const { build } = await import('vite')
  mkdirSync(cache, { recursive: true })
  const outDir = mkdtempSync(join(cache, 'building-'))
  try {
    await build({
      root,
      configFile: false,
      mode: 'production',
      logLevel: 'error',
      build: { ssr: 'src/headless/main.ts', outDir, target: 'node20', minify: false, emptyOutDir: false },
      ssr: { noExternal: true, external: EXTERNAL },
    })
    // Renamed last, so that nobody who starts at the same time sees half of it.
    renameSync(join(outDir, 'main.js'), file)
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
  for (const name of readdirSync(cache)) if (name.startsWith('lab-') && !file.endsWith(name)) dropOld(join(cache, name))
}

/** Older bundles go after an hour: somebody may be running one. */
function dropOld(path) {
  try {
    if (Date.now() - statSync(path).mtimeMs > 3_600_000) rmSync(path)
  } catch {
    // Another process was faster.
  }
}

installPackages()
const file = join(cache, `lab-${keyOfSource()}.mjs`)
if (!existsSync(file)) await bundle(file)
const { main } = await import(pathToFileURL(file).href)
process.exitCode = await main(process.argv.slice(2), root)
