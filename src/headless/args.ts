import { SEED, us } from '../run/index.ts'
import { type ConformanceCommand, parseConformance } from './conformance/command.ts'
import { type FuzzCommand, parseFuzz } from './fuzz/command.ts'
import { type LessonCommand, parseLesson } from './lessons/command.ts'

/** The command line as a value, or one sentence about what is wrong with it. */
export type Command =
  | { do: 'help' }
  | { do: 'help query' }
  | { do: 'list' }
  | { do: 'schema' }
  | { do: 'bench'; only: string[] }
  | ConformanceCommand
  | FuzzCommand
  | LessonCommand
  | RunCommand

export interface RunCommand {
  do: 'run'
  /** A path, a link, or the id of a preset. */
  source: string
  seed: number | null
  /** Microseconds; null = the moment of the link, or the scenario's `untilMs`. */
  until: number | null
  machines: 'compiled' | 'oracle'
  json: boolean
}

export const HELP = `The lab without a screen. Time in results is in whole microseconds of database time.

  lab run FILE [--seed N] [--until 60s] [--machines oracle] [--json]
      Plays a run to its end and reports. FILE is a scenario, a saved run, a link, or the id of a preset.
      --seed N             another seed than that of the file
      --until TIME         as in 500ms, 60s, 2min; otherwise the moment of the link, or the scenario's untilMs
      --machines oracle    steps every state machine with XState itself; slow, and the digest is the same
      --json               one JSON object instead of a summary
  lab list                 the presets, by id
  lab schema               the JSON Schema of a scenario
  lab fuzz --seeds N [--from S] [--out DIR] [--json]
      Plays N generated runs in every way that must make no difference and holds them against everything that must be
      true. What is wrong is made small and printed as a link, and as a file in DIR or here.
      --inputs N           instead or as well: N mutated scenarios, links and interventions
      --functions N        instead or as well: N hostile merge functions
  lab lesson [ID] [--answers bca] [--way N] [--terms primary-replica] [--json]
      Plays a walkthrough, or all of them, step by step and says what is wrong with it.
      --answers LETTERS    to its questions, in their order; without, those that the engine gives
      --way N              opens gates by their N-th other way; without, as "Show me" does
  lab conformance [--json] [DIR]
      Plays cases of recordings of real databases and says which of them hold: those of DIR, or the repository's own.
  lab help query           the language that their measures are written in
  lab bench [NAME...]      one JSON line a figure; with names, only figures that begin with one of them

Exit status: 0 it ran; 1 an invariant was broken, or something promised was not held (fuzz: in any run), or a walkthrough has something wrong; 2 the input cannot be used.
`

export function parseArgs(argv: readonly string[]): Command | { problem: string } {
  const [command, ...rest] = argv
  if (command === undefined || rest.includes('--help') || ['help', '--help', '-h'].includes(command))
    return { do: command === 'help' && rest[0] === 'query' ? 'help query' : 'help' }
  if (command === 'run') return parseRunArgs(rest)
  if (command === 'conformance') return parseConformance(rest)
  if (command === 'bench') return parseBench(rest)
  if (command === 'fuzz') return parseFuzz(rest)
  if (command === 'lesson') return parseLesson(rest)
  if (command !== 'list' && command !== 'schema')
    return {
      problem: `${quoted(command)} is not a command; known are run, list, schema, lesson, fuzz, conformance, bench.`,
    }
  return rest.length === 0 ? { do: command } : { problem: `${command} takes no ${quoted(rest[0] ?? '')}.` }
}

function parseBench(rest: readonly string[]): Command | { problem: string } {
  const option = rest.find((one) => one.startsWith('-'))
  return option === undefined ? { do: 'bench', only: [...rest] } : { problem: `bench takes no ${quoted(option)}.` }
}

function parseRunArgs(rest: readonly string[]): Command | { problem: string } {
  const command: RunCommand = { do: 'run', source: '', seed: null, until: null, machines: 'compiled', json: false }
  const words = rest.flatMap((word) =>
    /^--[a-z]+=/.test(word) ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] : [word],
  )
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (word === '--json') command.json = true
    else if (word in OPTIONS) {
      const value = words[++i]
      if (value === undefined) return { problem: `${word} needs a value.` }
      const problem = OPTIONS[word as keyof typeof OPTIONS](command, value)
      if (problem !== null) return { problem }
    } else if (word.startsWith('-'))
      return { problem: `${quoted(word)} is not an option; known are --json, ${Object.keys(OPTIONS).join(', ')}.` }
    else if (command.source !== '')
      return { problem: `run takes one FILE, but got ${quoted(command.source)} and ${quoted(word)}.` }
    else command.source = word
  }
  return command.source === ''
    ? { problem: 'run needs a FILE: a scenario, a saved run, a link, or the id of a preset.' }
    : command
}

/** Each takes its value into the command, or says what is wrong with it. */
const OPTIONS = {
  '--seed': (command: RunCommand, value: string): string | null => {
    const seed = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN
    if (!(seed <= SEED.max))
      return `--seed must be a whole number between ${SEED.min} and ${SEED.max}, but is ${quoted(value)}.`
    command.seed = seed
    return null
  },
  '--until': (command: RunCommand, value: string): string | null => {
    command.until = parseDuration(value)
    return command.until === null
      ? `--until must be a time up to 24h, as in 500ms, 60s or 2min, but is ${quoted(value)}.`
      : null
  },
  '--machines': (command: RunCommand, value: string): string | null => {
    if (value !== 'oracle' && value !== 'compiled')
      return `--machines must be compiled or oracle, but is ${quoted(value)}.`
    command.machines = value
    return null
  },
}

const UNITS: Record<string, number> = { us: 0.001, ms: 1, s: 1000, min: 60_000, m: 60_000, h: 3_600_000 }
const DAY = 86_400_000_000

/** Whole microseconds, or null. */
export function parseDuration(text: string): number | null {
  const found = /^(\d{1,12}(?:\.\d{1,6})?)(us|ms|s|min|m|h)$/.exec(text)
  if (found === null) return null
  const t = us(Number(found[1]) * UNITS[found[2]!]!)
  return t <= DAY ? t : null
}

const quoted = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
