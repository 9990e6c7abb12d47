/** A hostile function: pieces put into each other, and sometimes letters lost. */
import { Dice } from '../draw/index.ts'
import { EXPRESSIONS, GLOBALS, GREEDY, NUMBERS, TRACES } from './pieces.ts'

const DEEPEST = 4
/** One function in so many takes all it can get: most of the time goes into those. */
const GREEDY_ONE_IN = 5
const GARBLED_ONE_IN = 15

export function drawFunction(seed: number): string {
  const dice = new Dice(seed, 'function')
  const source = formOf(dice)
  return dice.oneIn(GARBLED_ONE_IN) ? garbled(source, dice) : source
}

function formOf(dice: Dice): string {
  const around = dice.oneIn(20) ? ['// hostile\n', ' /* */;\n'] : ['', '']
  if (dice.oneIn(4)) return `${around[0]}(a, b, base) => (${filled('E', dice, 0)})${around[1]}`
  const body = [TRY]
  while (body.length === 1 || dice.oneIn(2)) body.push(caught(filled(dice.pick(TRACES), dice, 2), dice))
  body.push(dice.oneIn(GREEDY_ONE_IN) ? filled(dice.pick(GREEDY), dice, 3) : endOf(dice))
  const text = `{\n  ${body.join('\n  ')}\n}`
  const heads = [
    '(a, b, base) =>',
    'function merge(a, b, base)',
    'function (a, b, base)',
    '({ ...a }, b, base = null) =>',
  ]
  return `${around[0]}${dice.oneIn(30) ? dice.pick(ODD) : dice.pick(heads)} ${text}${around[1]}`
}

/** Most tricks fail on frozen things at once; the function then goes on to the next. */
const TRY = 'const tried = (f) => { try { return f() } catch (e) { return String(e) } };'
const caught = (statement: string, dice: Dice): string => (dice.oneIn(6) ? statement : `try { ${statement} } catch {}`)

function endOf(dice: Dice): string {
  if (dice.oneIn(3)) return `return ${filled('E', dice, 0)}`
  const parts = Array.from({ length: 1 + dice.below(4) }, () => `tried(() => ${filled('E', dice, 1)})`)
  return `return [${parts.join(', ')}]${dice.oneIn(3) ? '.map(String)' : ''}`
}

/** Forms that are refused. */
const ODD = [
  'async (a, b, base) =>',
  'function* merge(a, b, base)',
  'let n = 0; (a, b, base) =>',
  '(a) => a); var n = 0; ((a, b, base) =>',
  'globalThis.n = 1, (a, b, base) =>',
  'class merge { static',
]

/** Every E, S, N and G of a piece, filled in. */
function filled(piece: string, dice: Dice, depth: number): string {
  return piece.replace(/\b[ESNG]\b/g, (letter) => {
    if (letter === 'N') return dice.pick(NUMBERS)
    if (letter === 'G') return dice.pick(GLOBALS)
    if (letter === 'S') return filled(dice.pick(TRACES), dice, depth + 2)
    if (depth >= DEEPEST) return dice.pick(['a.value', 'b.value', '(1)', '"x"', '[]'])
    return `(${filled(dice.pick(EXPRESSIONS), dice, depth + 1)})`
  })
}

function garbled(source: string, dice: Dice): string {
  let text = source
  for (let times = 1 + dice.below(3); times > 0; times--) {
    const at = dice.below(text.length + 1)
    const size = 1 + dice.below(4)
    text = dice.oneIn(2)
      ? text.slice(0, at) + text.slice(at + size)
      : text.slice(0, at) +
        dice.pick(['(', ')', '{', '}', '"', '`', '\\', ';', '/*', '//', '\u2028', '\u0000', 'é', '\ud800']) +
        text.slice(at)
  }
  return text
}
