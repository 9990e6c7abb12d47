/** A text that lost, gained or changed characters on its way. */
import type { Dice } from '../draw/index.ts'

const PIECES = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\\',
  '\n',
  '\u0000',
  '\ufeff',
  '\u2028',
  '\ud800',
  '💾',
  'ё',
  '-',
  '.',
  '0',
  '9',
  'e',
  '#',
  '?',
  '&',
  '=',
  '%',
  '_',
  'A',
  '1e999',
  '-0',
  'null',
  '__proto__',
  '"id":"db1",',
  '[[[[[[[[',
]

export function garble(text: string, dice: Dice): string {
  let out = text
  for (let turn = 0; turn <= dice.below(4); turn++) {
    const at = dice.below(out.length + 1)
    const length = dice.oneIn(4) ? dice.below(200) : dice.below(4)
    switch (dice.below(6)) {
      case 0:
        out = out.slice(0, at) + out.slice(at + length)
        break
      case 1:
        out = out.slice(0, at) + dice.pick(PIECES) + out.slice(at)
        break
      case 2:
        out =
          out.slice(0, at) + String.fromCharCode((out.charCodeAt(at) || 65) ^ (1 << dice.below(8))) + out.slice(at + 1)
        break
      case 3:
        out = out.slice(0, at) + out.slice(at, at + length) + out.slice(at)
        break
      case 4:
        out = dice.oneIn(3) ? out.slice(0, at) : out.slice(0, at) + dice.pick(PIECES) + out.slice(at + length)
        break
      default:
        out = dice.oneIn(6) ? out.slice(0, at) + '['.repeat(100_000) + out.slice(at) : out + dice.pick(PIECES)
    }
  }
  return out
}
