import type { MachineChart, PartFrame } from '../../engine/index.ts'

// Machines made by hand, for tests and for looking at.

type Way = [from: string, to: string, event: string, guard?: string]

function chart(id: string, initial: string, states: string, ways: Way[]): MachineChart {
  const paths = states.split(' ')
  const name = (text: string) => text.replace(/[|:]$/, '')
  return {
    id,
    initial,
    // `a:` has states inside, `a|` has regions inside.
    states: paths.map((text) => {
      const path = name(text)
      const parent = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : null
      return { path, parent, kind: text.endsWith('|') ? 'parallel' : text.endsWith(':') ? 'compound' : 'atomic' }
    }),
    transitions: ways.map(([from, to, event, guard = ''], i) => ({ id: `${id}/${i}`, from, to, event, guard })),
  }
}

/** The machine of the lab picture. */
export const roleOfThePicture = chart('role', 'slave', 'slave candidate drain promote master fenced', [
  ['slave', 'candidate', 'CONFIRM_DOWN'],
  ['candidate', 'drain', 'CHOSEN, e2'],
  ['drain', 'promote', 'relay empty'],
  ['promote', 'master', 'takes writes'],
  ['master', 'fenced', 'seen e3'],
])

/** The part of db2 in the lab picture: draining. */
export const draining: PartFrame = {
  id: 'role',
  machine: 'role',
  active: ['drain'],
  since: 8_060_000,
  fired: { 'role/0': 8_000_000, 'role/1': 8_020_000 },
  last: 'role/1',
}

/** Three states in a circle, and back edges between neighbours. */
export const circle = chart('process', 'up', 'up down recovering', [
  ['up', 'down', 'KILL'],
  ['down', 'recovering', 'RESTART'],
  ['recovering', 'up', 'after recoveryTime'],
  ['recovering', 'down', 'KILL'],
])

/** Every state leads to every other, on events with long names. */
export const dense = (count: number): MachineChart => {
  const states = Array.from({ length: count }, (_, i) => `state-number-${i + 1}`)
  const ways = states.flatMap((from, i) =>
    states.map((to, j): Way => [from, to, `EVENT_WITH_A_NAME_${i}_${j}`, i === j ? 'isSomething(count 3)' : '']),
  )
  return chart(`dense-${count}`, states[0]!, states.join(' '), ways)
}

/** States inside states, regions beside each other, ways out of all of them. */
export const nested = chart(
  'session',
  'closed',
  'closed open: open.greeting open.streaming| open.streaming.read: open.streaming.read.idle open.streaming.read.busy open.streaming.write: open.streaming.write.idle open.streaming.write.busy failed',
  [
    ['closed', 'open', 'OPEN'],
    ['open', 'closed', 'CLOSE'],
    ['open', 'failed', 'RESET'],
    ['open.greeting', 'open.streaming', 'HELLO'],
    ['open.greeting', 'failed', 'after connectTimeout'],
    ['open.streaming.read.idle', 'open.streaming.read.busy', 'DATA'],
    ['open.streaming.read.busy', 'open.streaming.read.idle', 'after flush'],
    ['open.streaming.write.idle', 'open.streaming.write.busy', 'WRITE', 'hasRoom'],
    ['open.streaming.write.busy', 'open.streaming.write.idle', ''],
    ['', 'closed', 'DIED'],
    ['', '', 'REPORT'],
    ['failed', 'closed', 'RETRY'],
  ],
)

/** A part that is in the first state and has gone nowhere yet. */
export const untouched = (machine: MachineChart): PartFrame => ({
  id: machine.id,
  machine: machine.id,
  active: [machine.initial],
  since: 0,
  fired: {},
  last: '',
})

/** A part that has taken every second transition. */
export const halfway = (machine: MachineChart): PartFrame => {
  const taken = machine.transitions.filter((_, i) => i % 2 === 0)
  const last = taken[taken.length - 1]
  return {
    ...untouched(machine),
    active: last ? [last.to] : [machine.initial],
    fired: Object.fromEntries(taken.map(({ id }, i) => [id, i * 1_000])),
    last: last?.id ?? '',
  }
}
