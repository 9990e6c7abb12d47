import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withChromium } from './chromium.ts'
import type { Figure } from './figure.ts'
import { frames } from './frames.ts'
import { firstLoads } from './load.ts'

/** Figures of the built pages themselves, opened in Chromium as a reader opens them. */
export async function stageAndLoad(root: string): Promise<Figure[]> {
  return withBuiltApp(root, (address) =>
    withChromium(root, async (browser) => [
      ...(await frames(browser, address)),
      ...(await firstLoads(browser, address)),
    ]),
  )
}

/** Builds into a temporary folder and serves it, as `npm run build` and `npm run preview` do. */
async function withBuiltApp<T>(root: string, use: (address: string) => Promise<T>): Promise<T> {
  const { createBuilder, preview } = await import('vite')
  const outDir = mkdtempSync(join(tmpdir(), 'bench-app-'))
  try {
    const options = { root, mode: 'production', logLevel: 'error', build: { outDir, emptyOutDir: true } } as const
    await (await createBuilder(options)).buildApp()
    const server = await preview({
      root,
      logLevel: 'error',
      build: { outDir },
      preview: { port: 0, host: '127.0.0.1' },
    })
    try {
      const address = server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0]
      if (address === undefined) throw new Error('the built lab could not be served')
      return await use(address)
    } finally {
      await server.close()
    }
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
}
