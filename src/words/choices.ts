/** What a setting's choices are called; most are called what they are. */
import { terms } from './terms.ts'

const CHOICES: Record<string, string> = {
  'wall-clock': 'latest by wall clock',
  'hybrid-clock': 'latest by hybrid clock',
  'version-vectors': 'siblings by version vectors',
  'dotted-version-vectors': 'siblings by dotted version vectors',
  'site-priority': 'highest priority',
  function: 'your function',
  arrival: 'last to arrive',
  'highest-id': 'highest id',
  'lowest-id': 'lowest id',
  seen: 'it has applied',
  origin: 'it wrote itself',
  row: 'the row',
  statement: 'the statement',
  read: 'what its master holds',
  own: 'its own last version',
  keep: 'never',
  everyone: 'once all have them',
  grace: 'after the grace',
  'most-advanced': 'most advanced',
  'by-hand': 'by hand',
  'closed-loop': 'closed loop',
  'same-data-center': 'same data centre',
  'must-not': 'must not',
  'power-off': 'power off',
  'after-sync': 'after sync',
  'after-commit': 'after commit',
  mrec: 'a global table, eventually consistent',
  mrsc: 'a global table of 3 regions, strongly consistent',
  'read-write': 'read-write',
  'wait-for-position': 'wait for position',
}
/** Whom a client reads from. */
const ROUTES: Record<string, () => string> = {
  leader: () => terms.master,
  random: () => `any ${terms.slave}`,
  sticky: () => `one ${terms.slave}`,
  'leader-after-write': () => `${terms.master} after own write`,
  nearest: () => 'where it stands',
}
export const choiceWord = (path: string, choice: string): string =>
  (path.endsWith('.route') ? ROUTES[choice]?.() : undefined) ?? CHOICES[choice] ?? choice
