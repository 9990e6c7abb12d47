import type { Frame } from '../engine/index.ts'
import { count, span } from './numbers.ts'
import { capital, terms } from './terms.ts'

/** The first page: a headline and a sentence that follow the run, and its few fixed texts. */
export const home = {
  openEmpty: 'Open empty lab',
  choose: 'Choose a strategy',
  embed: 'Embed a figure',
  openInLab: 'Open in lab',
  get kill() {
    return `Kill the ${terms.master}`
  },
  /** Around the key cap: "Or press [K]. Nothing moves until you do." */
  orPress: ['Or press', 'Nothing moves until you do.'],
  presets: 'Runs to begin with',
  presetsHint: 'each one a run that you can change',
  footer:
    'Works offline, keeps nothing, sends nothing. Every picture here is a run you can step through in both directions.',
} as const

export type Chapter = 'before' | 'dead' | 'outcome'

/** Headline and sentence beside the stage: before the kill, while nobody takes writes, and what came of it. */
export function leadOf(frame: Frame): { chapter: Chapter; headline: string; sentence: string } {
  const { counters, nodes, epoch } = frame
  const dead = nodes.find((node) => node.process === 'down')
  if (epoch > 1) return { chapter: 'outcome', ...outcome(frame) }
  if (dead === undefined)
    return {
      chapter: 'before',
      headline: `The ${terms.master} is about to die.`,
      sentence: `It has promised its client ${spelled(counters.ok)} ${counters.ok === 1 ? 'write' : 'writes'}. The ${terms.slaves} are still copying them.`,
    }
  return {
    chapter: 'dead',
    headline: `The ${terms.master} is dead.`,
    sentence:
      counters.atRisk === 0
        ? `Everything that it promised is on a ${terms.slave} as well. The monitor is finding out.`
        : `${capital(spelled(counters.atRisk))} promised ${counters.atRisk === 1 ? 'write was' : 'writes were'} only there. The monitor is finding out.`,
  }
}

function outcome({ counters, nodes, clients, time }: Frame): { headline: string; sentence: string } {
  const now = nodes.find(({ role, process }) => role === 'master' && process === 'up')?.id ?? 'Another node'
  const { lost } = counters
  const waiting = clients.find(({ waitingSince }) => waitingSince !== null)
  const tail = waiting?.waitingSince ? ` The client has waited for ${span(time - waiting.waitingSince)}.` : ''
  if (lost === 0)
    return {
      headline: 'Nothing was lost.',
      sentence: `${now} took over with every promised write. Kill it a moment later and count again.`,
    }
  return {
    headline: `${capital(spelled(lost))} promised ${lost === 1 ? 'write is' : 'writes are'} lost.`,
    sentence: `${now} took over without ${lost === 1 ? 'it' : 'them'}, and the client still believes its ${count(lost, 'OK', 'OKs')}.${tail}`,
  }
}

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
/** Up to twelve in words, as prose does. */
export const spelled = (k: number): string => SMALL[k] ?? String(k)
