import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { classicScripts } from './.ci/classicScripts.ts'
import { milestonesOnly } from './.ci/milestonesOnly.ts'
import { testsAlone } from './.ci/testsAlone.ts'
import { FACTS, isMilestone } from './src/engine/fact.ts'
import { withoutDescriptions } from './src/run/withoutDescriptions.ts'
import { everyPreset } from './src/scenarios/all.ts'
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
    const asks = ['index', 'playback'].some((name) => importer === from(`src/playback/${name}.ts`))
    return inLab && asks && source === './questions.ts' ? from('src/playback/questionsLater.ts') : null
  },
}

/** A figure does not check the runs that it comes with: it is given them as the check left them. */
const presetsReady: Plugin = {
  name: 'presets-ready',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'embed',
  transform(source, id) {
    const preset = everyPreset.find((one) => id === from(`src/scenarios/${one.id}.ts`))
    const name = /^export const (\w+) =/m.exec(source)?.[1]
    return preset && name ? { code: `export const ${name} = ${JSON.stringify({ ...preset })}`, map: null } : null
  },
}

/**
 * The figure for articles is a build of its own: one classic script, because the sandboxed frame of a careful host
 * refuses module scripts, and nothing in it but what a figure needs. It lies at `embed/v1/`.
 */
const EMBED = 'src/embed/index.html'
const WITHOUT: [folder: string, file: string, instead: string][] = [
  ['src/playback/', './questions.ts', 'src/playback/noAnswers.ts'],
  ['src/playback/', './branches.ts', 'src/playback/noBranches.ts'],
  ['src/playback/', './comparison.ts', 'src/playback/noComparison.ts'],
  ['src/playback/', './lagTrack.ts', 'src/playback/noLagTrack.ts'],
  ['src/playback/', './derive.ts', 'src/playback/noDerivation.ts'],
  ['src/playback/', './checkCommand.ts', 'src/playback/noCommandCheck.ts'],
  ['src/engine/', './packs/charts.ts', 'src/engine/packs/noCharts.ts'],
  ['src/engine/', './kernel/digest.ts', 'src/engine/kernel/noDigest.ts'],
  ['src/engine/observe/', '../measures/outages.ts', 'src/engine/measures/noOutages.ts'],
  ['src/stage/topology/arrange.ts', './wideLayout.ts', 'src/stage/topology/noWide.ts'],
  ['src/playback/', './checkedRun.ts', 'src/playback/givenRun.ts'],
]
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
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const page = bundle[EMBED]
      if (page?.type !== 'asset') return this.error(`${EMBED} was not built`)
      // As deep as it was, so that its relative addresses hold.
      page.fileName = 'embed/v1/index.html'
      page.source = String(page.source).replaceAll('type="module" crossorigin', 'defer').replaceAll(' crossorigin', '')
    },
  },
}

/** The runs to choose from, in a piece of their own, whoever asks first; the first two pictures are not among them. */
const PRESETS = {
  name: 'presets',
  test: /\/src\/scenarios\/(?!index|preset|fetchPreset|home|empty)/,
  includeDependenciesRecursively: false,
}

const TESTS = ['src/**/*.test.ts', 'src/**/*.test.tsx']
const ALONE = testsAlone(from('.'))

export default defineConfig({
  // Relative addresses: the build works from any sub-path.
  base: './',
  plugins: [
    withoutXState,
    hintsApart,
    packsApart,
    presetsReady,
    react(),
    tailwindcss(),
    embedPage,
    milestonesOnly('embed', from('src/words/facts/'), (kind) =>
      kind in FACTS ? isMilestone(kind as keyof typeof FACTS) : null,
    ),
    classicScripts('embed'),
  ],
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1000,
    modulePreload: { polyfill: false },
  },
  environments: {
    client: {
      build: {
        // What the first picture needs in one piece: it compresses better, and nothing waits for a second request.
        rolldownOptions: { output: { codeSplitting: { groups: [PRESETS, { name: 'lab', tags: ['$initial'] }] } } },
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
            codeSplitting: { groups: [{ name: 'figure', tags: ['$initial'] }] },
            entryFileNames: 'embed/v1/[name]-[hash].js',
            chunkFileNames: 'embed/v1/[name]-[hash].js',
            assetFileNames: 'embed/v1/[name]-[hash][extname]',
          },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'embed']) await builder.build(builder.environments[name]!)
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
        test: { name: 'together', include: TESTS, exclude: ALONE, isolate: false },
      },
      {
        extends: true,
        test: { name: 'alone', include: ALONE },
      },
    ],
  },
})
