/** A verdict as people read it. */
import { number, type Verdict } from './judge.ts'

const HOLDS = { true: 'holds', false: 'DOES NOT HOLD', later: 'later' }

/** A case as people read it: its name, and what was expected of each measure. */
export function tableOf({ id, holds, ours, theirs }: Verdict): string {
  const head = `${HOLDS[`${holds}`].padEnd(14)} ${id}\n`
  if (typeof theirs === 'string') return `${head}${' '.repeat(17)}${theirs}\n`
  const width = Math.max(...ours.map(({ measure }) => measure.length))
  const lines = ours.map(({ measure, value }, at) => {
    const { text, holds: is } = theirs[at]!
    return `  ${is ? ' ' : '!'} ${measure.padEnd(width)}  ${number(value).padStart(9)}  ${text}\n`
  })
  return head + lines.join('')
}
