import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { Plugin, Rolldown } from 'vite'
import { defineConfig } from 'vitest/config'
import { classicScripts } from './.ci/classicScripts.ts'
import { milestonesOnly } from './.ci/milestonesOnly.ts'
import { singleFile } from './.ci/singleFile.ts'
import { siteDefined, siteFiles, wasmWithin } from './.ci/siteFiles.ts'
import { testsAlone } from './.ci/testsAlone.ts'
import { FACTS, isMilestone } from './src/engine/fact.ts'
import { walkthroughs } from './src/lessons/cards.ts'
import { writtenOpening } from './src/playback/index.ts'
import { withoutDescriptions } from './src/run/withoutDescriptions.ts'
import { everyPreset } from './src/scenarios/all.ts'
import { homeCard, presetCards } from './src/scenarios/cards.ts'
import { empty } from './src/scenarios/empty.ts'
import { home } from './src/scenarios/home.ts'
import { HINTS } from './src/words/hints.ts'

const from = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const COMPILE = 'src/engine/machines/compile'

/** Built pages run compiled machines only: they get the reader of definitions in place of XState. */
const withoutXState: Plugin = {
  name: 'without-xstate',
  enforce: 'pre',
  apply: 'build',
  resolveId(source, importer) {
    if (source === 'xstate') return from(`${COMPILE}/withoutXState.ts`)
    if (source === './oracle.ts' && importer?.includes(`/${COMPILE}/`)) return from(`${COMPILE}/noOracle.ts`)
    if (source === './refuse.ts' && importer?.includes(`/${COMPILE}/`)) return from(`${COMPILE}/refuseNothing.ts`)
    return null
  },
}

/** The table of facts as one line of names, each after a digit for what it is, in its order. */
const factsInOneLine: Plugin = {
  name: 'facts-in-one-line',
  enforce: 'pre',
  apply: 'build',
  transform(source, id) {
    if (id !== from('src/engine/fact.ts')) return null
    const kinds = [...new Set(Object.values(FACTS).map((is) => JSON.stringify(is)))]
    const line = Object.entries(FACTS).map(([kind, is]) => `${kinds.indexOf(JSON.stringify(is))}${kind}`)
    const table = `(Object.fromEntries('${line.join(' ')}'.split(' ').map((f) => [f.slice(1), [${kinds}][+f[0]]])))`
    return { code: source.replace(/(?<=export const FACTS = )\{[\s\S]*?\n\}(?= as const)/, table), map: null }
  },
}

/** What a setting means is told by the hints of the controls alone; the tables that everything loads do without. */
const hintsApart: Plugin = {
  name: 'hints-apart',
  enforce: 'pre',
  apply: 'build',
  transform(source, id) {
    if (id === from('src/words/hints.ts')) return { code: `export const HINTS = ${JSON.stringify(HINTS)}`, map: null }
    return id.startsWith(from('src/run/')) ? { code: withoutDescriptions(source), map: null } : null
  },
}

/** What the lab's page has of a playback from the start, who asks for it there, and what brings the rest. */
const LATER: [file: string, askers: string[]][] = [
  ['questions', ['index', 'packs', 'playback']],
  ['until', ['packs', 'playback']],
  ['branches', ['loaded', 'packs']],
  ['checkedRun', ['foresee', 'packs', 'playback']],
  ['differences', ['comparison']],
]

/** Pages fetch the parts of the engine that their run needs, and what draws and tells them; the Worker, which is a page's second thread, has them all. */
const packsApart: Plugin = {
  name: 'packs-apart',
  enforce: 'pre',
  apply: 'build',
  resolveId(source, importer) {
    const inLab = this.environment.name !== 'embed'
    if (/(^|\/)atHand\.ts$/.test(source) && importer?.startsWith(from('src/engine/')))
      return from(`src/engine/packs/${inLab ? 'labAtHand' : 'noneAtHand'}.ts`)
    const seen =
      /(^|\/)packs\.ts$/.test(source) &&
      ['stage/topology', 'words'].find((door) => importer?.startsWith(from(`src/${door}/`)))
    if (seen) return from(`src/${seen}/packsLater.ts`)
    if (!inLab) return null
    if (
      /\/done\.ts$/.test(source) &&
      ['actions/index', 'later/onDemand'].some((name) => importer === from(`src/app/${name}.ts`))
    )
      return from('src/app/actions/doneLater.ts')
    const later = LATER.find(
      ([file, askers]) =>
        source === `./${file}.ts` && askers.some((name) => importer === from(`src/playback/${name}.ts`)),
    )
    return later ? from(`src/playback/${later[0]}Later.ts`) : null
  },
}

/**
 * Runs that a page comes with are not checked there: they are given as the check left them, frozen to say so. That is all
 * of a figure's, and the two of the lab that stand on no card. A figure's have their first seconds with them, and the home
 * page's its first one, so that they can begin to play while their engine is on its way.
 */
const presetsReady: Plugin = {
  name: 'presets-ready',
  enforce: 'pre',
  apply: 'build',
  transform(source, id) {
    const { name: build, config } = this.environment
    const mine = build === 'embed' ? everyPreset : [home, empty]
    const preset = mine.find((one) => id === from(`src/scenarios/${one.id}.ts`))
    const name = /^export const (\w+) =/m.exec(source)?.[1]
    if (!preset || !name) return null
    const inFigure = build === 'embed'
    const opening = inFigure
      ? writtenOpening(preset.run, preset.at)
      : preset === home && config.mode !== 'single'
        ? writtenOpening(preset.run, preset.at, 1)
        : null
    // A figure has no card.
    const ready = { ...preset, ...(inFigure && { description: '' }), ...(opening !== null && { opening }) }
    return { code: `export const ${name} = ${JSON.stringify(ready)};Object.freeze(${name}.run)`, map: null }
  },
}

/** The home page has the cards of the walkthroughs and of the presets, and none of these. */
const CARDS: { [file: string]: { [name: string]: unknown } } = {
  'src/lessons/cards.ts': { walkthroughs },
  'src/scenarios/cards.ts': { presetCards, homeCard },
}
const cardsReady: Plugin = {
  name: 'cards-ready',
  enforce: 'pre',
  apply: 'build',
  transform(_, id) {
    const file = Object.keys(CARDS).find((name) => id === from(name))
    if (file === undefined) return null
    const lists = Object.entries(CARDS[file]!).map(([name, list]) => `export const ${name} = ${JSON.stringify(list)}`)
    return { code: lists.join('\n'), map: null }
  },
}

/**
 * The figure for articles is a build of its own: one classic script, because the sandboxed frame of a careful host
 * refuses module scripts, and nothing in it but what a figure needs. It lies at `embed/v1/`.
 */
const EMBED = 'src/embed/index.html'
const WITHOUT: [folder: string, file: string, instead: string][] = [
  // What a walkthrough brings is the real thing.
  ...['branches', 'until', 'comparison'].map((name): [string, string, string] => [
    'src/playback/whole.ts',
    `./${name}.ts`,
    `src/playback/${name}.ts`,
  ]),
  ['src/playback/questionsLater.ts', './questions.ts', 'src/playback/questions.ts'],
  ['src/playback/', './questions.ts', 'src/playback/questionsLater.ts'],
  ['src/playback/', './branches.ts', 'src/playback/noBranches.ts'],
  ['src/playback/', './until.ts', 'src/playback/noUntil.ts'],
  ['src/playback/', './comparison.ts', 'src/playback/noComparison.ts'],
  ['src/playback/', './checkCommand.ts', 'src/playback/noCommandCheck.ts'],
  ['src/engine/', './packs/charts.ts', 'src/engine/packs/noCharts.ts'],
  ['src/engine/observe/', '../measures/outages.ts', 'src/engine/measures/noOutages.ts'],
  ['src/words/facts/index.ts', './table.ts', 'src/words/facts/tableLater.ts'],
  ['src/stage/topology/happeningsLater.ts', './happenings.ts', 'src/stage/topology/happenings.ts'],
  ['src/stage/topology/', './happenings.ts', 'src/stage/topology/happeningsLater.ts'],
  ['src/stage/picture/index.ts', './weighted.ts', 'src/stage/picture/unweighted.ts'],
  ['src/stage/topology/arrange.ts', './wideLayout.ts', 'src/stage/topology/noWide.ts'],
  ['src/playback/', './checkedRun.ts', 'src/playback/givenRun.ts'],
]
/** What a figure may do, as the page itself says it; `public/_headers` says it for hosts that can, and who may frame it. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'none'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'"
const embedPage: Plugin = {
  name: 'embed-page',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'embed',
  /** What only panels show is left out. D3's parts extend each other when they are loaded; the figure uses selections only. */
  async resolveId(source, importer) {
    const out = WITHOUT.find(([folder, file]) => source === file && importer?.startsWith(from(folder)))
    if (out) return from(out[2])
    if (!source.startsWith('d3-')) return null
    const found = await this.resolve(source, importer, { skipSelf: true })
    return found && { ...found, moduleSideEffects: false }
  },
  /**
   * It has no style sheets to fetch beside a piece, and may fetch no file: what runs functions is within a script. Words
   * that only layouts are tested with stay in the lab.
   */
  load(id) {
    if (id === '\0vite/preload-helper.js') return 'export const __vitePreload = (load) => load()'
    if (id === from('src/words/testVocabularies.ts')) return 'export const TEST_VOCABULARIES = {}'
    return wasmWithin(id)
  },
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const page = bundle[EMBED]
      if (page?.type !== 'asset') return this.error(`${EMBED} was not built`)
      // As deep as it was, so that its relative addresses hold.
      page.fileName = 'embed/v1/index.html'
      page.source = String(page.source)
        .replace(
          '<meta charset="utf-8" />',
          `$&\n    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />`,
        )
        .replaceAll('type="module" crossorigin', 'defer')
        .replaceAll(' crossorigin', '')
    },
  },
}

/** Built, the figure lies at `embed/v1/`; served from its source it is asked for there all the same. */
const figureInSource: Plugin = {
  name: 'figure-in-source',
  apply: 'serve',
  configureServer: ({ middlewares }) =>
    void middlewares.use((request, response, next) => {
      const [, asked] = /^\/embed\/v1\/(?:index\.html)?(\?.*)?$/.exec(request.url ?? '') ?? [null, null]
      if (asked === null) return next()
      response.writeHead(302, { Location: `/${EMBED}${asked ?? ''}` }).end()
    }),
}

/** The lab's first picture waits for one file (and the bundler's few lines): what else it asked for would not be counted. */
const firstAlone: Plugin = {
  name: 'first-alone',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle))
      if (file.type === 'chunk' && file.isEntry && file.name === 'index')
        for (const other of file.imports)
          if (!other.includes('rolldown-runtime')) this.error(`the first picture waits for ${other}, too`)
  },
}

/** The runs to choose from, in a piece of their own, whoever asks first; the first two pictures are not among them. */
const PRESETS = {
  name: 'presets',
  test: /\/src\/scenarios\/(?!index|cards|preset|fetchPreset|home|empty)/,
  includeDependenciesRecursively: false,
}

/** The check of runs, which waits for the first one that did not come with the page. What is asked of any run is not in it. */
const CHECK = {
  name: 'check',
  test: /\/src\/(run\/(?!index|choices|kinds|limits|problem|time)|scenarios\/preset)/,
  includeDependenciesRecursively: false,
}

/**
 * Pieces of the figure that several others ask for, each in one, so that its entry has few to name: what reads and writes
 * runs, the tables of what these may hold, what several packs of the engine and of words share, what reads parameters.
 */
const SHARED = [
  {
    name: 'link',
    test: /\/src\/(run\/(base64url|canonical|codec|edit|index|parse|read-file|requests|script|strategy))|\/fflate\//,
  },
  { name: 'tables', test: /\/src\/run\// },
  { name: 'checker', test: /\/src\/engine\/(checkers\/(checker|conservation|causality)|settings\/changed)\.ts/ },
  { name: 'masters', test: /\/src\/words\/(conflicts|masters|regionMessages|regions|sites)\.ts/ },
  { name: 'parameters', test: /\/src\/(embed\/(address\/(?!index)|wishes\/)|words\/(address|figureAnswers))/ },
].map((group) => ({ ...group, includeDependenciesRecursively: false }))

/**
 * What every run of a figure needs of the engine, in one piece: it comes after the first picture, and all of it at once. A
 * folder's door leads to more than is asked for there, so what is behind it is named.
 */
const BEHIND_DOORS = [
  ...['worker/pageLab', 'playback/playback', 'playback/packs'],
  ...['fold', 'packs/fetch', 'packs/needs', 'packs/noCharts'].map((name) => `engine/${name}`),
]
const DOOR = /\/src\/\w+\/index\.ts$/
const ENGINE = {
  name(id: string, modules: Pick<Rolldown.PluginContext, 'getModuleInfo'>) {
    const all = new Set(BEHIND_DOORS.map((name) => from(`src/${name}.ts`)))
    for (const one of all)
      if (!DOOR.test(one)) for (const next of modules.getModuleInfo(one)?.importedIds ?? []) all.add(next)
    return all.has(id) ? 'engine' : null
  },
  includeDependenciesRecursively: false,
}

/** What the first picture needs, without what its modules' doors lead to besides. */
const FIRST = { tags: ['$initial' as const], includeDependenciesRecursively: false }

const TESTS = ['src/**/*.test.ts', 'src/**/*.test.tsx']
const { alone: ALONE, onPage: ON_PAGE } = testsAlone(from('.'))

const icon = () => `data:image/svg+xml;base64,${readFileSync(from('public/favicon.svg')).toString('base64')}`

/** `--mode single`: everything in one file (`npm run build:single`). */
export default defineConfig(({ mode }) => ({
  // Relative addresses: the build works from any sub-path.
  base: './',
  plugins: [
    withoutXState,
    factsInOneLine,
    hintsApart,
    packsApart,
    presetsReady,
    cardsReady,
    react(),
    tailwindcss(),
    embedPage,
    figureInSource,
    firstAlone,
    milestonesOnly('embed', from('src/words/facts/'), (kind) =>
      kind in FACTS ? isMilestone(kind as keyof typeof FACTS) : null,
    ),
    classicScripts('embed'),
    ...(mode === 'single' ? [singleFile(icon)] : [siteFiles('client', from('src/embed/site/index.ts'))]),
  ],
  define: mode === 'single' ? {} : siteDefined(),
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1000,
    modulePreload: { polyfill: false },
    ...(mode === 'single' ? { outDir: 'dist/single', assetsInlineLimit: 10_000_000, copyPublicDir: false } : {}),
  },
  environments: {
    client: {
      build: {
        // What the first picture needs in one piece: it compresses better, and nothing waits for a second request.
        rolldownOptions: {
          output: {
            codeSplitting: mode !== 'single' && { groups: [PRESETS, CHECK, { ...FIRST, name: 'lab' }, ENGINE] },
          },
        },
      },
    },
    embed: {
      consumer: 'client',
      build: {
        emptyOutDir: false,
        copyPublicDir: false,
        cssCodeSplit: false,
        rolldownOptions: {
          input: EMBED,
          output: {
            format: 'cjs',
            codeSplitting: { groups: [{ ...FIRST, name: 'figure' }, ...SHARED, ENGINE] },
            entryFileNames: 'embed/v1/[name]-[hash].js',
            chunkFileNames: 'embed/v1/[name]-[hash:7].js',
            assetFileNames: 'embed/v1/[name]-[hash][extname]',
          },
        },
      },
    },
    // What an author's page includes: one classic script of a lasting name.
    element: {
      consumer: 'client',
      build: {
        emptyOutDir: false,
        copyPublicDir: false,
        rolldownOptions: {
          input: 'src/embed/element/replicationLab.ts',
          output: { format: 'iife', entryFileNames: 'embed/v1/replication-lab.js' },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of mode === 'single' ? ['client'] : ['client', 'embed', 'element'])
        await builder.build(builder.environments[name]!)
    },
  },
  // A classic worker, so that it also starts where module workers do not.
  worker: { format: 'iife', plugins: () => [withoutXState, hintsApart] },
  test: {
    pool: 'threads',
    // All of them: the default leaves one idle, which is half of a small machine.
    maxWorkers: '100%',
    // Against what never ends only: on a busy machine everything takes many times as long.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Most files share the modules of their thread, so that the engine is loaded and warmed up once.
    projects: [
      {
        extends: true,
        test: { name: 'together', include: TESTS, exclude: [...ALONE, ...ON_PAGE], isolate: false },
      },
      {
        extends: true,
        test: { name: 'pages', include: ON_PAGE, isolate: false },
      },
      {
        extends: true,
        test: { name: 'alone', include: ALONE },
      },
    ],
  },
}))
