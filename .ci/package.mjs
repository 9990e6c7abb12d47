// `npm run build:package`, and before every `npm pack`: the package as its users get it, in dist/package. The engine and
// what goes with it is one module for Node and for bundlers, with types; the element for articles is one classic script.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { environment, install, root } from './install.mjs'

install()
const run = (file, args, options = {}) =>
  spawnSync(process.execPath, [join(root, 'node_modules', file), ...args], {
    cwd: root,
    env: environment(),
    encoding: 'utf8',
    ...options,
  })

// The element and its figure come from the build of the pages, which empties dist before it begins.
const pages = run('vite/bin/vite.js', ['build', '--logLevel', 'error'], { stdio: ['ignore', 2, 2] })
if (pages.status !== 0) process.exit(1)
const out = join(root, 'dist', 'package')
mkdirSync(out, { recursive: true })
cpSync(join(root, 'dist', 'embed'), join(out, 'embed'), { recursive: true })

const { build } = await import('vite')
await build({
  root,
  configFile: false,
  mode: 'production',
  logLevel: 'error',
  build: {
    ssr: 'src/headless/library.ts',
    outDir: out,
    target: 'es2022',
    minify: false,
    emptyOutDir: false,
    copyPublicDir: false,
    rolldownOptions: { output: { entryFileNames: 'replication-lab.js', codeSplitting: false } },
  },
  // As for browsers: nothing in it is Node's own.
  ssr: { noExternal: true, target: 'webworker' },
})

const types = join(out, 'types')
const emitted = run('typescript/bin/tsc', ['-p', join(root, '.ci', 'package.tsconfig.json'), '--outDir', types])
// Machines are typed by what XState infers, with names of files that they do not import: nobody outside sees those.
const INFERRED = /error TS(4023|4058):/
const wrong = emitted.stdout.split('\n').filter((line) => line.includes('error TS') && !INFERRED.test(line))
if (wrong.length > 0) {
  console.error(wrong.join('\n'))
  process.exit(1)
}
// The files that they name are declarations now.
for (const name of readdirSync(types, { recursive: true }))
  if (name.endsWith('.d.ts')) {
    const file = join(types, name)
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(from '|import\(["'])(\.[^'"]*)\.ts(["'])/g, '$1$2.js$3'))
  }
