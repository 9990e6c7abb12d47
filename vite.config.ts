import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

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
    return null
  },
}

export default defineConfig({
  // Relative addresses: the build works from any sub-path.
  base: './',
  plugins: [withoutXState, react(), tailwindcss()],
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1000,
    modulePreload: { polyfill: false },
    // What the first picture needs in one piece: it compresses better, and nothing waits for a second request.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'lab', tags: ['$initial'] }] } } },
  },
  // A classic worker, so that it also starts where module workers do not.
  worker: { format: 'iife', plugins: () => [withoutXState] },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    pool: 'threads',
    testTimeout: 60_000,
  },
})
