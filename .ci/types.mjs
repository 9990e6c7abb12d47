// `npm run check:types`: the folders that may know nothing of a browser by themselves, then everything.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './install.mjs'

const tsc = join(root, 'node_modules/typescript-native/bin/tsc')
for (const project of ['src/run', 'src/engine', 'src/query', '.']) {
  const { status } = spawnSync(process.execPath, [tsc, '-p', project], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
