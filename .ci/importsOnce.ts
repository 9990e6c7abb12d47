/**
 * For tests only: what a module imports is looked up once. The test runner keeps modules apart by asking for every imported
 * name through a getter each time it is used, which makes an engine half as fast. No import here changes its value
 * (nothing is `export let`, no mock is set up after its importer ran) and none goes in circles, which a test holds: so the
 * value that is there when a module begins is the value.
 */
import type { Plugin } from 'vite'

interface Part {
  type: string
  start: number
  end: number
  local: { name: string; start: number; end: number }
  imported?: { name?: string; start: number; end: number }
}
interface Statement {
  type: string
  end: number
  specifiers?: Part[]
}

/** `folder`: only modules below it, and no tests. */
export const importsOnce = (folder: string): Plugin => ({
  name: 'imports-once',
  apply: 'serve',
  enforce: 'post',
  transform(source, id) {
    if (!process.env['VITEST'] || !id.startsWith(folder) || !/\.tsx?$/.test(id) || /\.test\.tsx?$/.test(id)) return null
    const body = this.parse(source).body as unknown as Statement[]
    const imports = body.filter(({ type }) => type === 'ImportDeclaration')
    const last = imports.at(-1)
    if (!last) return null
    const edits: { start: number; end: number; text: string }[] = []
    const names: string[] = []
    for (const { type, local, imported, start, end } of imports.flatMap(({ specifiers = [] }) => specifiers)) {
      if (type === 'ImportNamespaceSpecifier') continue
      const own = `${local.name}$once`
      const theirs = type === 'ImportDefaultSpecifier' ? '' : `${source.slice(imported!.start, imported!.end)} as `
      edits.push({ start, end, text: `${theirs}${own}` })
      names.push(`${local.name} = ${own}`)
    }
    if (names.length === 0) return null
    edits.push({ start: last.end, end: last.end, text: `; const ${names.join(', ')};` })
    let code = ''
    let at = 0
    for (const { start, end, text } of edits) {
      code += source.slice(at, start) + text
      at = end
    }
    // On the lines where they were.
    return { code: code + source.slice(at), map: null }
  },
})
