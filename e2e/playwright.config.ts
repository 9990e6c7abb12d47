import { createServer } from 'node:net'
import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from '../.ci/chromium.mjs'

/** The port that the system names, or `wished` if nobody listens there. */
const freePort = (wished: number) =>
  new Promise<number | null>((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen(wished, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null))
    })
  })

// A server that was left behind by another run must not be asked in place of ours. Workers of the runner read the
// configuration again, when ours listens already: they are told where.
const wished = Number(process.env['E2E_PORT'] ?? 4719)
const port = Number(process.env['E2E_SERVED_AT'] ?? (await freePort(wished)) ?? (await freePort(0)))
if (process.env['E2E_SERVED_AT'] === undefined && port !== wished)
  console.log(`Port ${wished} is taken, so the lab is served on ${port}.`)
process.env['E2E_SERVED_AT'] = `${port}`

const executablePath = process.env['CHROMIUM_PATH'] ?? findChromium()
if (!executablePath) throw new Error('No Chromium was found and none could be installed: set CHROMIUM_PATH to one.')
// Workers of the runner read the configuration again: they need not look for a browser again.
process.env['CHROMIUM_PATH'] = executablePath

/**
 * What a browser without a window prepares for one all the same, anew for every page: suggestions of its address bar, a
 * process for the next page. That is half the work of a short test. The last switch of a name counts, so the runner's
 * own list that this one replaces is repeated as far as it matters to a page that speaks to one server.
 */
const WITHOUT = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup', 'PreloadTopChromeWebUI'],
  'SpareRendererForSitePerProcess',
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'PaintHolding'],
  ...['HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'ThirdPartyStoragePartitioning'],
  ...[
    'LensOverlay',
    'MediaRouter',
    'OptimizationHints',
    'NetworkTimeServiceQuerying',
    'AimEnabled',
    'PreconnectToSearch',
  ],
  // Pages of strangers are the tests' own; figures in them are asked of this machine all the same.
  'LocalNetworkAccessChecks',
]
const args = [...CHROMIUM_FLAGS, `--disable-features=${WITHOUT}`, '--disable-site-isolation-trials']

const LONG = /(accessibility|floors|home|rail|stage|strange|time|vocabulary|why)\.spec\.ts$/

export default defineConfig({
  testDir: '.',
  outputDir: '../node_modules/.cache/e2e',
  fullyParallel: true,
  // The longest tests first: one that begins last is waited for alone.
  projects: [
    { name: 'long', testMatch: LONG },
    { name: 'short', testIgnore: LONG },
  ],
  // One more than there are processors: a test waits about a third of its time, most of it for the browser.
  workers: availableParallelism() + 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://127.0.0.1:${port}/some/blog/lab/`,
    viewport: { width: 1280, height: 800 },
    launchOptions: { executablePath, args },
    trace: 'off',
  },
  webServer: {
    command: `node e2e/serve.mjs ${port}`,
    cwd: '..',
    url: `http://127.0.0.1:${port}/some/blog/lab/`,
    reuseExistingServer: false,
  },
})
