import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer, type Plugin } from 'vite'
import { siteAddressOf } from '../src/embed/site/siteAddress.ts'

type Site = typeof import('../src/embed/site/index.ts')

/** Where the lab will lie; '' = nobody has said. */
const site = named()

function named(): string {
  const address = process.env['SITE_ADDRESS']?.trim() ?? ''
  try {
    return address === '' ? '' : siteAddressOf(address)
  } catch (error) {
    // One sentence is all that there is to say; a builder's own report would bury it.
    console.error((error as Error).message)
    process.exit(1)
  }
}

/** What a page is told of it. */
export const siteDefined = (): Record<string, string> => ({ 'import.meta.env.SITE_ADDRESS': JSON.stringify(site) })

/** The interpreter for readers' functions as its bytes, where there is no server to fetch it from. */
export const wasmWithin = (id: string): string | null =>
  id.endsWith('.wasm?url')
    ? `export default 'data:application/wasm;base64,${readFileSync(id.replace('?url', '')).toString('base64')}'`
    : null

/**
 * `SITE_ADDRESS=https://lab.example/replication/ npm run build`: writes what others ask for by oEmbed. Without an address
 * nothing is written; one that is wrong ends the build with one sentence.
 */
export const siteFiles = (environment: string, module: string): Plugin => ({
  name: 'site-files',
  apply: 'build',
  applyToEnvironment: ({ name }) => site !== '' && name === environment,
  async generateBundle() {
    const files = await withSite(module, ({ filesOf }) => filesOf(site))
    for (const [fileName, source] of Object.entries(files)) this.emitFile({ type: 'asset', fileName, source })
  },
})

/** Translated as it is asked for, not bundled with this configuration: few builds know their address. */
async function withSite<T>(module: string, use: (site: Site) => Promise<T>): Promise<T> {
  const server = await createServer({
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
    plugins: [{ name: 'wasm-within', enforce: 'pre', resolveId: wasmFile, load: wasmWithin }],
  })
  try {
    return await use((await server.ssrLoadModule(module)) as Site)
  } finally {
    await server.close()
  }
}

/** What is imported for its address is no package that Node could load by itself. */
const wasmFile = (source: string): string | null =>
  source.endsWith('/wasm?url') ? `${createRequire(import.meta.url).resolve(source.replace('?url', ''))}?url` : null
