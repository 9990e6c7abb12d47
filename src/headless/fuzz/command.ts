/** `lab fuzz` as a value, or one sentence about what is wrong with it. */
export interface FuzzCommand {
  do: 'fuzz'
  /** How many generated runs. */
  seeds: number
  /** How many mutated inputs. */
  inputs: number
  /** How many hostile merge functions. */
  functions: number
  from: number
  /** Folder for the files of violations; null = where the user stands. */
  out: string | null
  json: boolean
}

const NUMBERS = { '--seeds': 'seeds', '--inputs': 'inputs', '--functions': 'functions', '--from': 'from' } as const
const MOST = 100_000_000

export function parseFuzz(rest: readonly string[]): FuzzCommand | { problem: string } {
  const command: FuzzCommand = { do: 'fuzz', seeds: 0, inputs: 0, functions: 0, from: 0, out: null, json: false }
  const words = rest.flatMap((word) => {
    const [, name, value] = /^(--[a-z]+)=(.*)$/s.exec(word) ?? []
    return name === undefined ? [word] : [name, value!]
  })
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (word === '--json') {
      command.json = true
      continue
    }
    if (word !== '--out' && !(word in NUMBERS))
      return {
        problem: `fuzz takes no ${JSON.stringify(word.slice(0, 60))}; known are ${Object.keys(NUMBERS).join(', ')}, --out, --json.`,
      }
    const value = words[++i]
    if (value === undefined) return { problem: `${word} needs a value.` }
    if (word === '--out') command.out = value
    else {
      const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
      if (!(number <= MOST))
        return {
          problem: `${word} must be a whole number up to ${MOST}, but is ${JSON.stringify(value.slice(0, 60))}.`,
        }
      command[NUMBERS[word as keyof typeof NUMBERS]] = number
    }
  }
  return command.seeds + command.inputs + command.functions > 0
    ? command
    : {
        problem:
          'fuzz needs --seeds N: how many generated runs to play; or --inputs N: how many mutated inputs to read; or --functions N: how many hostile functions to call.',
      }
}
