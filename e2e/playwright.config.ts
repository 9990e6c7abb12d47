import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from '../.ci/chromium.mjs'

const port = Number(process.env['E2E_PORT'] ?? 4719)
const executablePath = process.env['CHROMIUM_PATH'] ?? findChromium()
if (!executablePath) throw new Error('No Chromium was found and none could be installed: set CHROMIUM_PATH to one.')
// Workers of the runner read the configuration again: they need not look for a browser again.
process.env['CHROMIUM_PATH'] = executablePath

export default defineConfig({
  testDir: '.',
  outputDir: '../node_modules/.cache/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://127.0.0.1:${port}/some/blog/lab/`,
    viewport: { width: 1280, height: 800 },
    launchOptions: { executablePath, args: CHROMIUM_FLAGS },
    trace: 'off',
  },
  webServer: {
    command: `node e2e/serve.mjs ${port}`,
    cwd: '..',
    url: `http://127.0.0.1:${port}/some/blog/lab/`,
    reuseExistingServer: false,
  },
})
