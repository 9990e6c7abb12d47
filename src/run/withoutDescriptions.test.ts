// Built pages have tables without sentences: apart from these, they must be the tables that everything else goes by.
import { readdirSync, readFileSync } from 'node:fs'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'
import * as run from './index.ts'
import { withoutDescriptions } from './withoutDescriptions.ts'

const HERE = new URL('./', import.meta.url)

async function built(): Promise<typeof run> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      { name: 'tables', transform: (code, id) => (id.startsWith(HERE.pathname) ? withoutDescriptions(code) : null) },
    ],
    build: { write: false, lib: { entry: new URL('index.ts', HERE).pathname, formats: ['es'], fileName: 'run' } },
  })
  const [one] = Array.isArray(made) ? made : []
  if (!one) throw new Error('Nothing was built.')
  return await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(one.output[0].code)}`)
}

const emptied = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner) => (key === 'description' ? '' : inner)))

describe('tables without descriptions', () => {
  it('are the same tables otherwise', async () => {
    const { SCENARIO, jsonSchema } = await built()
    expect(SCENARIO).toEqual(emptied(run.SCENARIO))
    expect(JSON.stringify(SCENARIO)).not.toEqual(JSON.stringify(run.SCENARIO))
    const said = (text: string) => text.replace(/"description":"[^"]*"/g, '"description":""')
    expect(said(JSON.stringify(jsonSchema()))).toEqual(said(JSON.stringify(run.jsonSchema())))
  })

  it('have no sentence left in any file', () => {
    const files = readdirSync(HERE, { encoding: 'utf8', recursive: true }).filter((name) => /^[^.]+\.ts$/.test(name))
    const before = files.map((name) => readFileSync(new URL(name, HERE), 'utf8')).join('\n')
    const left = withoutDescriptions(before).match(/\bdescription:\s*['"`]\w.*/g)
    expect(left).toEqual(null)
    expect(before.match(/\bdescription:\s*['"]\w/g)?.length).toBeGreaterThan(50)
  })
})
