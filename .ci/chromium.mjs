// Finds a Chromium that really starts, or installs one: CHROMIUM_PATH, the system's, Playwright's own download,
// and as root on Debian the distribution's package.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { environment, root } from './install.mjs'

/** Quiet and harmless on machines without a network; the sandbox is off only where it cannot work. */
export const CHROMIUM_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** The first is the same browser without a window, which starts and opens pages with less work. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]
const MAC = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...MAC].filter((path) =>
    existsSync(path),
  )
}

function downloaded() {
  try {
    const require = createRequire(join(root, 'package.json'))
    return [require('@playwright/test').chromium.executablePath()].filter((path) => existsSync(path))
  } catch {
    return []
  }
}

/** Being there is not enough: missing libraries show only when it draws a page. */
function starts(path) {
  const profile = mkdtempSync(join(tmpdir(), 'chromium-'))
  try {
    const page = 'data:text/html,<title>ready</title>'
    const flags = ['--headless', ...CHROMIUM_FLAGS, `--user-data-dir=${profile}`, '--dump-dom', page]
    const run = spawnSync(path, flags, { encoding: 'utf8', timeout: 60_000 })
    return run.status === 0 && run.stdout.includes('<title>ready</title>')
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
  }
}

function run(command, args, minutes) {
  console.log(`$ ${command} ${args.join(' ')}`)
  const env = environment({ DEBIAN_FRONTEND: 'noninteractive' })
  return (
    spawnSync(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'], timeout: minutes * 60_000 })
      .status === 0
  )
}

function installWithPlaywright() {
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  return run(process.execPath, [cli, 'install', 'chromium'], 5) ? downloaded() : []
}

function installWithApt() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return []
  run('apt-get', ['update'], 5)
  const fonts = ['fonts-noto-core', 'fonts-dejavu-core']
  // Not every release has the one without a window.
  const installed = ['chromium-headless-shell', 'chromium'].some((browser) =>
    run('apt-get', ['install', '-y', '--no-install-recommends', browser, ...fonts], 10),
  )
  return installed ? onPath() : []
}

/** Path of a Chromium that starts, or null after having tried everything. */
export function findChromium({ mayInstall = true } = {}) {
  const wished = process.env.CHROMIUM_PATH
  if (wished) {
    if (starts(wished)) return wished
    console.error(`CHROMIUM_PATH names ${wished}, which does not start; looking further.`)
  }
  const sources = [onPath, downloaded, ...(mayInstall ? [installWithPlaywright, installWithApt] : [])]
  for (const source of sources) for (const path of source()) if (starts(path)) return path
  return null
}
