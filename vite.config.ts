import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Relative addresses: the build works from any sub-path.
  base: './',
  plugins: [react(), tailwindcss()],
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1000,
    modulePreload: { polyfill: false },
    // What the first picture needs in one piece: it compresses better, and nothing waits for a second request.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'lab', tags: ['$initial'] }] } } },
  },
  // A classic worker, so that it also starts where module workers do not.
  worker: { format: 'iife' },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    pool: 'threads',
    testTimeout: 60_000,
  },
})
