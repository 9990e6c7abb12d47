/**
 * Every word on screen lives in this folder: pages and stage only ask for it. So that this stays true, their sources
 * are read, and a literal that a reader would see or hear fails: text between tags, accessible names, tooltips, words
 * of a drawn text, and whatever reads as a sentence. Messages of thrown errors are for us, not for readers.
 */
import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const SOURCE = new URL('../', import.meta.url)
const FOLDERS = ['app', 'stage', 'embed']
/** Test pictures that no reader sees, and the element of the host's page, which has no room for this folder. */
const NOT_SHOWN = /(\.test\.tsx?|\/fixtures(\/.*|\.ts)|\/gallery\/.*|^embed\/element\/replicationLab\.ts)$/

/** Attributes and properties whose text is read by somebody. */
const READ = /^(aria-(label|description|valuetext|roledescription)|title|alt|placeholder|label|text|words?|said)$/
const WORD = /\p{L}{2}/u
/** Two words or more with a capital in front or a full stop behind; class names have neither. */
const SENTENCE = /^(\p{Lu}\p{Ll}*[ ,].*\p{Ll}|.*\p{L} \p{L}.*[.:?])$/su

/** Names of fields and files, which are no words: `textSize`, `image/png`. */
const IDENTIFIER = /^([a-z]+([A-Z][a-z]*)+|[a-z]+\/[a-z+-]+)$/

function literals(file: string, source: string): string[] {
  const tree = ts.createSourceFile(
    file,
    source,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  )
  const found: string[] = []
  const tell = (node: ts.Node, text: string) => {
    if (IDENTIFIER.test(text.trim())) return
    found.push(`${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${text.trim()}`)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isThrowStatement(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    if (ts.isNewExpression(node) && /Error$/.test(node.expression.getText())) return
    if (ts.isJsxText(node) && WORD.test(node.text)) tell(node, node.text)
    for (const text of textsOf(node))
      if (WORD.test(text) && (isRead(node) || SENTENCE.test(text.trim()))) tell(node, text)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

/** What a literal says, a template in its fixed parts. */
function textsOf(node: ts.Node): string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text]
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
  return []
}

/** Does this literal stand where a reader finds it? Also behind a condition. */
function isRead(node: ts.Node): boolean {
  const { parent } = node
  if (ts.isPropertyAssignment(parent) && parent.name === node) return false
  if (ts.isConditionalExpression(parent) && parent.condition !== node) return isRead(parent)
  if (ts.isBinaryExpression(parent) && /^(\?\?|\|\||&&|\+)$/.test(parent.operatorToken.getText())) return isRead(parent)
  if (ts.isJsxExpression(parent)) return ts.isJsxAttribute(parent.parent) ? isRead(parent) : parent.parent !== undefined
  if (ts.isJsxAttribute(parent) || ts.isPropertyAssignment(parent))
    return READ.test(parent.name.getText().replace(/^['"]|['"]$/g, ''))
  if (ts.isBinaryExpression(parent)) return /\.(textContent|innerText|title|ariaLabel)$/.test(parent.left.getText())
  if (ts.isCallExpression(parent))
    return (
      /setAttribute$/.test(parent.expression.getText()) &&
      parent.arguments[1] === node &&
      READ.test(parent.arguments[0]?.getText().slice(1, -1) ?? '')
    )
  return false
}

const sources = FOLDERS.flatMap((folder) => {
  try {
    return readdirSync(new URL(`${folder}/`, SOURCE), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`)
  } catch {
    return []
  }
}).filter((name) => !NOT_SHOWN.test(name))

describe('every word on screen', () => {
  it('lives in this folder', () => {
    expect(sources.length).toBeGreaterThan(100)
    const said = sources.flatMap((name) => literals(name, readFileSync(new URL(name, SOURCE), 'utf8')))
    expect(said).toEqual([])
  })

  it.each([
    '<p>The master</p>',
    '<p>{ok ? "yes, it is" : ""}</p>',
    '<a aria-label="Close" />',
    '<a title={`Kill him`} />',
    '<Panel label="Settings" />',
    'const shape = { tag: "text", words: "stopped" }',
    'element.setAttribute("aria-label", "Stage")',
    'element.textContent = "down"',
    'notify("That did not work.")',
  ])('may not stand elsewhere: %s', (source) => expect(literals('planted.tsx', source)).toHaveLength(1))

  it.each([
    '<p className="muted mono">{labels.close}</p>',
    'throw new Error("No such action.")',
    'const path = "M 0 0 L 4 4"',
    '<p>{count} %</p>',
    'if (key === "Escape") close("settings")',
  ])('is not what this is: %s', (source) => expect(literals('fine.tsx', source)).toEqual([]))
})
