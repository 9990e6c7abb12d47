/** Numbers and names in a command that cannot mean anything: one sentence, or null if all is well. */
import { LIMITS, quote } from '../run/index.ts'
import type { Command } from './transport.ts'

const KNOWN: Record<Command['do'], true> = {
  load: true,
  play: true,
  pause: true,
  'play-until': true,
  hurry: true,
  speed: true,
  'auto-pace': true,
  step: true,
  'step-back': true,
  'next-milestone': true,
  'previous-milestone': true,
  seek: true,
  reset: true,
  latest: true,
  act: true,
  revise: true,
  undo: true,
  redo: true,
  'open-branch': true,
  'rename-branch': true,
  'drop-branch': true,
  compare: true,
  beside: true,
}
const LATEST = LIMITS.timeMs * 1000
const SLOWEST = 0.1
const FASTEST = 8
/** Characters of a branch's name at most. */
const LONGEST = 40

export function commandProblem(command: Command): string | null {
  const given: unknown = command
  const { do: name }: { do?: unknown } = typeof given === 'object' && given !== null ? given : {}
  if (typeof name !== 'string' || !Object.hasOwn(KNOWN, name))
    return `There is no command ${name === undefined ? 'without a name' : quote(name)}.`
  switch (command.do) {
    case 'seek':
      return timeProblem(command.t)
    case 'load':
      return command.t === undefined ? null : timeProblem(command.t)
    case 'speed':
      return isNumber(command.speed) && command.speed >= SLOWEST && command.speed <= FASTEST
        ? null
        : `The speed must be between ${SLOWEST} and ${FASTEST}, but is ${said(command.speed)}.`
    case 'auto-pace':
      return typeof command.on === 'boolean' ? null : `Auto pace is on or off, but not ${said(command.on)}.`
    case 'open-branch':
    case 'drop-branch':
      return branchProblem(command.branch)
    case 'compare':
      return command.branch === null ? null : branchProblem(command.branch)
    case 'rename-branch':
      return branchProblem(command.branch) ?? nameProblem(command.name)
    case 'beside':
      return nameProblem(command.name) ?? nameProblem((command.here as { name?: unknown } | undefined)?.name)
    default:
      return null
  }
}

const branchProblem = (branch: unknown): string | null =>
  Number.isSafeInteger(branch) ? null : `A branch is called by its number, but not by ${said(branch)}.`

function nameProblem(name: unknown): string | null {
  const length = typeof name === 'string' ? [...name.trim()].length : 0
  return length >= 1 && length <= LONGEST ? null : `The name of a branch has 1 to ${LONGEST} characters.`
}

const timeProblem = (t: unknown): string | null =>
  isNumber(t) && t >= 0 && t <= LATEST
    ? null
    : `A moment must lie between 0 and ${LATEST / 1_000_000} seconds of the run, but ${isNumber(t) ? `is at ${t / 1_000_000}` : `is ${said(t)}`}.`

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

const said = (value: unknown): string => (value === undefined ? 'missing' : quote(value))
