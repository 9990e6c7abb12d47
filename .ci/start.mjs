// `npm start`: installs what is missing, then serves the lab and prints its address.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { environment, install, root } from './install.mjs'

install()
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
const server = spawn(process.execPath, [vite, ...process.argv.slice(2)], {
  cwd: root,
  env: environment(),
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => process.exit(code ?? 0))
