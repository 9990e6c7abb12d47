/** `lab lesson ID` as a value, or one sentence about what is wrong with it. */
import type { OptionId } from '../../lessons/index.ts'
import { TERMS, type Terms } from '../../words/index.ts'

export interface LessonCommand {
  do: 'lesson'
  /** Null: all of them. */
  id: string | null
  /** In the order of the questions; those that are missing are answered as the engine does. */
  answers: readonly OptionId[]
  /** How gates are opened: 0 = as "Show me" does it, 1 = by the first other way, ... */
  way: number
  terms: Terms
  json: boolean
}

export function parseLesson(rest: readonly string[]): LessonCommand | { problem: string } {
  const command: LessonCommand = { do: 'lesson', id: null, answers: [], way: 0, terms: 'master-slave', json: false }
  const words = rest.flatMap((word) => (/^--[a-z]+=/.test(word) ? word.split(/=(.*)/s).slice(0, 2) : [word]))
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (word === '--json') command.json = true
    else if (word in OPTIONS) {
      const value = words[++i]
      const problem =
        value === undefined ? `${word} needs a value.` : OPTIONS[word as keyof typeof OPTIONS](command, value)
      if (problem !== null) return { problem }
    } else if (word.startsWith('-') || command.id !== null)
      return {
        problem: `lesson takes one ID, --answers, --way, --terms and --json, but got ${JSON.stringify(word.slice(0, 60))}.`,
      }
    else command.id = word
  }
  return command
}

const OPTIONS = {
  '--answers': (command: LessonCommand, value: string): string | null => {
    command.answers = [...value] as OptionId[]
    return /^[a-d]+$/.test(value)
      ? null
      : `--answers must be letters from a to d, as in bca, but is ${JSON.stringify(value)}.`
  },
  '--way': (command: LessonCommand, value: string): string | null => {
    command.way = Number(value)
    return /^\d$/.test(value) ? null : `--way must be a digit, but is ${JSON.stringify(value)}.`
  },
  '--terms': (command: LessonCommand, value: string): string | null => {
    command.terms = value as Terms
    return (TERMS as readonly string[]).includes(value) ? null : `--terms must be one of ${TERMS.join(', ')}.`
  },
}
