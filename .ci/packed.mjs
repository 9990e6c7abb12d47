// `npm run check:package`: the package as a stranger gets it. It is packed, unpacked into a folder that knows nothing of this
// one, compiled against with strict types, and run; the digest must be the one that the command line prints for that moment.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { environment, install, root } from './install.mjs'

const USE = `
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createEngine, type Frame, preset, sentence } from 'replication-lab'

const found = preset('failover-lost-writes')
if (!found) throw new Error('The preset is missing.')
const engine = createEngine(found.run)
engine.runTo(4_000_000)
const frame: Frame = engine.frame()
// @ts-expect-error A frame is typed: it is no number.
const wrong: number = frame
const [last] = engine.milestones().slice(-1)
if (last === undefined || sentence(last) === '') throw new Error('Nothing has happened.')
const element = readFileSync(fileURLToPath(import.meta.resolve('replication-lab/embed/v1/replication-lab.js')), 'utf8')
if (!element.includes('customElements')) throw new Error('The element is missing.')
console.log(engine.digest())
`

const TYPES = {
  compilerOptions: {
    ...{ strict: true, skipLibCheck: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
    ...{ module: 'NodeNext', moduleResolution: 'NodeNext', target: 'ES2022' },
    ...{ types: ['node'], typeRoots: [join(root, 'node_modules/@types')] },
  },
  files: ['use.ts'],
}

install()
const there = mkdtempSync(join(tmpdir(), 'packed-'))
try {
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', there], root))
  run('tar', ['xzf', packed.filename], there)
  mkdirSync(join(there, 'node_modules'))
  renameSync(join(there, 'package'), join(there, 'node_modules/replication-lab'))
  writeFileSync(join(there, 'package.json'), JSON.stringify({ type: 'module' }))
  writeFileSync(join(there, 'tsconfig.json'), JSON.stringify(TYPES))
  writeFileSync(join(there, 'use.ts'), USE)
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.'], there)
  const digest = run(process.execPath, ['use.js'], there).trim()
  const lab = ['src/headless/lab.mjs', 'run', 'failover-lost-writes', '--until', '4s', '--json']
  const expected = JSON.parse(run(process.execPath, lab, root)).digest
  if (digest !== expected) throw new Error(`The package comes to ${digest}, the lab to ${expected}.`)
  console.log(`The package of ${packed.files.length} files is compiled against and run: ${digest} as in the lab.`)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
} finally {
  rmSync(there, { recursive: true, force: true })
}

function run(command, args, cwd) {
  const shell = process.platform === 'win32' && command === 'npm'
  const done = spawnSync(command, args, { cwd, env: environment(), encoding: 'utf8', shell, maxBuffer: 1e8 })
  if (done.status !== 0) throw new Error(`${command} ${args[0]} failed.\n${done.stdout ?? ''}${done.stderr ?? ''}`)
  return done.stdout
}
