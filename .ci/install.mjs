// Makes a fresh machine ready: the right Node, and the packages of the lock file. Needs nothing but Node and npm,
// so it imports nothing that has to be installed first.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Our own environment for child processes: NODE_ENV of the caller must not leave out or change anything. */
export function environment(extra = {}) {
  const { NODE_ENV: _, ...rest } = process.env
  return { ...rest, ...extra }
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Replication Lab needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

/** Installs what the lock file names, unless exactly that is there already. */
export function install() {
  checkNode()
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = join(root, 'node_modules', '.installed-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log('Installing packages ...')
  const done = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: root,
    env: environment(),
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) {
    console.error('npm ci did not succeed, so nothing was started; its own message is above.')
    process.exit(1)
  }
  writeFileSync(stamp, lock)
}
