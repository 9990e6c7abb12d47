// Serves the built lab from below two sub-paths, as a static host would: `node e2e/serve.mjs PORT`.
// E2E_DIST names another build than `dist`.
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname, extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const SUB_PATHS = ['/some/blog/lab/', '/elsewhere/']
const dist = process.env.E2E_DIST ?? join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist')
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
}

createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  const below = SUB_PATHS.find((one) => path.startsWith(one))
  const named = join(dist, normalize(path.slice(below?.length ?? 0) || '.'))
  const file = path.endsWith('/') ? join(named, 'index.html') : named
  if (below === undefined || !file.startsWith(dist) || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end('not found')
    return
  }
  const headers = { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'max-age=600' }
  response.writeHead(200, headers)
  createReadStream(file).pipe(response)
}).listen(Number(process.argv[2] ?? 4173), '127.0.0.1')
