/**
 * The architecture as a test: who may import whom, what the pure folders may name, and what may lie at the top.
 * Each rule is also shown a planted violation, because a rule that cannot fail protects nothing.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { afterAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
const planted = mkdtempSync(join(tmpdir(), 'tidy-'))
afterAll(() => rmSync(planted, { recursive: true, force: true }))

/** Folder -> folders it may import, and packages it may import. `type:` allows types only. */
const ARROWS: Record<string, { folders: string[]; packages: string[] }> = {
  run: { folders: [], packages: ['fflate'] },
  engine: { folders: ['run'], packages: ['xstate'] },
  query: { folders: ['run', 'type:engine'], packages: [] },
  words: { folders: ['run', 'type:engine'], packages: [] },
  scenarios: { folders: ['run'], packages: [] },
  lessons: { folders: ['run', 'scenarios', 'query', 'words', 'type:engine'], packages: [] },
  playback: { folders: ['run', 'engine', 'query'], packages: ['xstate'] },
  worker: { folders: ['run', 'playback'], packages: ['@jitl/quickjs-wasmfile-release-sync'] },
  stage: { folders: ['run', 'type:engine', 'words'], packages: ['d3'] },
  app: {
    folders: ['run', 'worker', 'stage', 'lessons', 'scenarios', 'words', 'query', 'embed', 'type:engine'],
    packages: ['react', 'react-dom', 'zustand', '@codemirror', '@lezer'],
  },
  embed: { folders: ['run', 'worker', 'stage', 'lessons', 'scenarios', 'words', 'query', 'type:engine'], packages: [] },
  headless: {
    folders: ['run', 'engine', 'query', 'words', 'scenarios', 'lessons', 'playback', 'worker'],
    packages: ['vite', 'rolldown', '@playwright/test', 'node'],
  },
}

const sourceOf = (folder: string) => ({ path: `(^|/)src/${folder}/`, pathNot: '\\.test\\.tsx?$|/gallery|/fixtures' })

function rules(): IForbiddenRuleType[] {
  const forbidden: IForbiddenRuleType[] = [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'through-the-door',
      severity: 'error',
      comment: 'another folder is entered through its index.ts',
      from: { path: '(^|/)src/([^/]+)/' },
      to: { path: '(^|/)src/[^/]+/.+', pathNot: ['(^|/)src/$2/', '(^|/)src/[^/]+/index\\.ts$'] },
    },
  ]
  for (const [folder, { folders, packages }] of Object.entries(ARROWS)) {
    const values = folders.filter((name) => !name.startsWith('type:'))
    const types = folders.filter((name) => name.startsWith('type:')).map((name) => name.slice('type:'.length))
    const mayName = [folder, ...values, ...types].map((name) => `(^|/)src/${name}/`)
    forbidden.push({
      name: `${folder}-imports-only-its-arrows`,
      severity: 'error',
      from: sourceOf(folder),
      to: { path: '(^|/)src/', pathNot: mayName },
    })
    for (const name of types) {
      forbidden.push({
        name: `${folder}-takes-only-types-of-${name}`,
        severity: 'error',
        from: sourceOf(folder),
        to: { path: `(^|/)src/${name}/`, dependencyTypesNot: ['type-only'] },
      })
    }
    // A file of a package that is imported for its address (`?url`) goes by the name it is imported by.
    const allowed = packages.map((name) => `(node_modules/(@types/)?|^)${name}(/|$)`)
    const outside = ['npm', 'npm-dev', 'npm-no-pkg', 'unknown'] as const
    forbidden.push({
      name: `${folder}-uses-only-its-packages`,
      severity: 'error',
      from: sourceOf(folder),
      // `node` among the packages stands for Node's own modules.
      to: {
        dependencyTypes: packages.includes('node') ? [...outside] : [...outside, 'core'],
        pathNot: [...allowed, '(^|/)src/', '\\.css$'],
      },
    })
  }
  return forbidden
}

async function look(baseDir: string) {
  const done = await cruise(['src'], {
    baseDir,
    ruleSet: { forbidden: rules() },
    validate: true,
    // Imports as they are written: those of types say so, and nothing asks what is left of them when they are translated.
    tsPreCompilationDeps: true,
    exclude: { path: '\\.test\\.tsx?$' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
    },
  })
  const { modules, summary } = done.output as ICruiseResult
  return {
    seen: modules.filter(({ source }) => source.startsWith('src/')).length,
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
  }
}

function plant(files: Record<string, string>) {
  const base = mkdtempSync(join(planted, 'tree-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(base, path)), { recursive: true })
    writeFileSync(join(base, path), text)
  }
  return base
}

describe('arrows', () => {
  it('are kept by every file', async () => {
    const { seen, violations } = await look(root)
    expect(violations).toEqual([])
    expect(seen).toBeGreaterThan(20)
  })

  it('every folder under src has arrows', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(ARROWS).sort())
  })

  const door = 'export const x = 1\nexport type X = number\n'
  const cases: [string, Record<string, string>, string][] = [
    [
      'an engine that draws',
      { 'src/engine/a.ts': "import { x } from '../stage/index.ts'\nexport const a = x", 'src/stage/index.ts': door },
      'engine-imports-only-its-arrows',
    ],
    [
      'a run that imports',
      { 'src/run/a.ts': "import type { X } from '../words/index.ts'\nexport type A = X", 'src/words/index.ts': door },
      'run-imports-only-its-arrows',
    ],
    [
      'a page that runs the engine itself',
      { 'src/app/a.ts': "import { x } from '../engine/index.ts'\nexport const a = x", 'src/engine/index.ts': door },
      'app-takes-only-types-of-engine',
    ],
    [
      'a figure that brings the page along',
      { 'src/embed/a.ts': "import { x } from '../app/index.ts'\nexport const a = x", 'src/app/index.ts': door },
      'embed-imports-only-its-arrows',
    ],
    [
      'a way around the door',
      { 'src/engine/a.ts': "import { x } from '../run/inside.ts'\nexport const a = x", 'src/run/inside.ts': door },
      'through-the-door',
    ],
    [
      'React on the stage',
      { 'src/stage/a.ts': "import { createElement } from 'react'\nexport const a = createElement" },
      'stage-uses-only-its-packages',
    ],
    [
      'a circle',
      {
        'src/run/a.ts': "import { b } from './b.ts'\nexport const a = () => b",
        'src/run/b.ts': "import { a } from './a.ts'\nexport const b = () => a",
      },
      'no-circular',
    ],
  ]
  for (const [name, files, rule] of cases) {
    it(`a planted violation is found: ${name}`, async () => {
      const { violations } = await look(plant(files))
      expect(violations.map((violation) => violation.split(':')[0])).toContain(rule)
    })
  }

  it('types of the engine are allowed on the stage', async () => {
    const { violations } = await look(
      plant({
        'src/stage/a.ts': "import type { X } from '../engine/index.ts'\nexport type A = X",
        'src/engine/index.ts': door,
      }),
    )
    expect(violations).toEqual([])
  })
})

describe('the pure folders', () => {
  for (const folder of ['run', 'engine', 'query']) {
    it(`${folder}: the compiler does not know the screen or the clock`, () => {
      const names = ['window', 'document', 'setTimeout', 'performance', 'console', 'structuredClone']
      const base = plant({
        'clean.ts': 'export const a: number = 1\n',
        'planted.ts': names.map((name) => `export const its${name} = ${name}\n`).join(''),
        'tsconfig.json': JSON.stringify({
          extends: join(root, 'src', folder, 'tsconfig.json'),
          include: ['clean.ts', 'planted.ts'],
          exclude: [],
        }),
      })
      const args = [join(root, 'node_modules/typescript-native/bin/tsc'), '-p', '.', '--pretty', 'false']
      const { stdout } = spawnSync(process.execPath, args, { cwd: base, encoding: 'utf8' })
      const found = stdout.split('\n').filter((line) => /error TS/.test(line))
      // Each of them, and nothing else: so nothing in the clean file.
      expect(found.map((line) => /^planted\.ts.*Cannot find name '(\w+)'/.exec(line)?.[1])).toEqual(names)
    })

    // What a run comes to is for people to read: only runs themselves must be alike to the last bit.
    if (folder === 'query') continue
    it(`${folder}: lint refuses what differs between machines`, () => {
      // The repository's own configuration, over a tree of files with one line each.
      const config = JSON.parse(readFileSync(join(root, '.biome.json'), 'utf8'))
      const refused = [
        ['sine', 'Math.sin(1)', 'no other Math than'],
        ['random', 'Math.random()', 'no other Math than'],
        ['power', '2 ** 3', 'does not use **'],
        ['locale', "'a'.localeCompare('b')", 'does not compare by locale'],
        ['date', 'Date.now()', 'knows no clock'],
      ] as const
      const base = plant({
        'biome.json': JSON.stringify({ ...config, vcs: { enabled: false } }),
        'src/engine/determinism.grit': readFileSync(join(root, 'src/engine/determinism.grit'), 'utf8'),
        [`src/${folder}/clean.ts`]: 'export const a = Math.floor(1.5) + Math.imul(2, 3)\n',
        ...Object.fromEntries(
          refused.map(([name, text]) => [`src/${folder}/${name}.ts`, `export const a = ${text}\n`]),
        ),
      })
      const files = ['clean', ...refused.map(([name]) => name)].map((name) => join('src', folder, `${name}.ts`))
      const args = [biome, 'lint', '--max-diagnostics=none', ...files]
      const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: base, encoding: 'utf8' })
      const said = stdout + stderr
      // Each complaint begins with a line of its own that names the file.
      const about = (name: string) =>
        said.split(/^(?=\S+\.ts:\d)/m).filter((one) => one.split('\n')[0]!.includes(`${folder}/${name}.ts:`))
      expect(said).toMatch(/Checked 6 files in/)
      expect(about('clean')).toEqual([])
      for (const [name, , sentence] of refused) expect(about(name).join('\n'), name).toContain(sentence)
    })
  }
})

const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n')

describe('the rules of the engine', () => {
  /** What is wrong with the numbers of rules, and with those in the names of tests. */
  function misnumbered(spec: string, tests: readonly string[]) {
    const rules = [...spec.matchAll(/^\| ([A-Z]\d+) \|/gm)].map(([, rule]) => rule!)
    const named = tests.flatMap((text) => [...text.matchAll(/\[([A-Z]\d+)\]/g)].map(([, rule]) => rule!))
    return {
      rules: rules.length,
      twice: rules.filter((rule, at) => rules.indexOf(rule) !== at),
      untested: rules.filter((rule) => !named.includes(rule)),
      unknown: named.filter((rule) => !rules.includes(rule)),
    }
  }

  it('have a number each, which stands in the name of a test, and tests name no others', () => {
    const tests = tracked.filter((path) => /\.test\.tsx?$/.test(path) && existsSync(join(root, path)))
    const { rules, ...wrong } = misnumbered(
      readFileSync(join(root, 'src/engine/SPEC.md'), 'utf8'),
      tests.map((path) => readFileSync(join(root, path), 'utf8')),
    )
    expect(wrong).toEqual({ twice: [], untested: [], unknown: [] })
    expect(rules).toBeGreaterThan(200)
  })

  it('a planted violation is found', () => {
    const spec = ['1', '1', '2'].map((number) => `| X${number} | ... |`).join('\n')
    expect(misnumbered(spec, [`test('[${'X1'}] and [${'X3'}]')`])).toEqual({
      rules: 3,
      twice: ['X1'],
      untested: ['X2'],
      unknown: ['X3'],
    })
  })
})

describe('the repository', () => {
  it('has only the agreed names at the top', () => {
    const top = [...new Set(tracked.map((path) => path.split('/')[0]!))].filter((name) => !name.startsWith('.'))
    const agreed = [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'e2e',
      'index.html',
      'package-lock.json',
      'package.json',
      'public',
      'src',
      'tsconfig.json',
      'vite.config.ts',
    ]
    expect(top.filter((name) => !agreed.includes(name))).toEqual([])
  })

  it('has no drawers for what found no name', () => {
    const drawers = /(^|\/)(utils?|helpers?|common|types|misc)(\/|\.tsx?$)/
    expect(tracked.filter((path) => drawers.test(path))).toEqual([])
  })
})
