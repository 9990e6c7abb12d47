/** The lab behind its border: the same run in this thread and in a real Worker, in a real browser. */
import { build } from 'vite'
import type { Told } from './hosts.ts'
import { expect, test } from './visit.ts'

/** A page with nothing but the hosts, and its Worker: file name -> text. Built as the app is, except for the size. */
async function files(): Promise<Map<string, string>> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    base: './',
    worker: { format: 'iife' },
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: new URL('./hosts.ts', import.meta.url).pathname,
        output: { entryFileNames: 'hosts.js' },
      },
    },
  })
  const [result] = [built].flat() as { output: { fileName: string; code?: string; source?: string | Uint8Array }[] }[]
  return new Map(result!.output.map(({ fileName, code, source }) => [fileName, code ?? `${source}`]))
}

const PLACE = '/some/blog/lab/hosts/'

interface Walk {
  told: Told[]
  problems: string[]
}

test('a Worker gives the digests of this thread; where Workers are forbidden this thread takes over', async ({
  page,
  baseURL,
  complaints,
}) => {
  const built = await files()
  built.set('', '<!doctype html><meta charset="utf-8"><script type="module" src="hosts.js"></script>')
  let headers = {}
  await page.route(`**${PLACE}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(PLACE.length)
    const body = built.get(name)
    const contentType = name === '' ? 'text/html' : 'text/javascript'
    return body === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ body, contentType, headers })
  })
  const workers: string[] = []
  page.on('worker', (worker) => workers.push(worker.url()))
  const walk = async (host: string): Promise<Walk> => {
    await page.goto(new URL(PLACE, baseURL).href)
    await expect.poll(() => page.evaluate('typeof walk')).toBe('function')
    return page.evaluate(`walk('${host}', 'failover-lost-writes')`)
  }

  const inline = await walk('inline')
  expect(workers).toEqual([])
  // Sentences cross the border as well.
  expect(inline.problems.length).toBeGreaterThan(0)
  for (const problem of inline.problems) expect(problem).toMatch(/milestone .*\.$/)
  expect(new Set(inline.told.map(([, , digest]) => digest)).size).toBe(inline.told.length)

  expect(await walk('worker')).toEqual(inline)
  expect(workers).toHaveLength(1)

  headers = { 'content-security-policy': "worker-src 'none'" }
  expect(await walk('worker')).toEqual(inline)
  expect(workers).toHaveLength(1)
  // The browser itself reports what the policy forbade: once, and nothing else.
  expect(complaints.splice(0)).toEqual([expect.stringContaining("worker-src 'none'")])
})
