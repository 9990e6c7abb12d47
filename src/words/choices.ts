/** What a setting's choices are called; most are called what they are. */
import { terms } from './terms.ts'

const CHOICES: Record<string, string> = {
  'most-advanced': 'most advanced',
  'by-hand': 'by hand',
  'closed-loop': 'closed loop',
  'same-data-center': 'same data centre',
  'must-not': 'must not',
  'power-off': 'power off',
  'after-sync': 'after sync',
  'after-commit': 'after commit',
  'read-write': 'read-write',
  'wait-for-position': 'wait for position',
}
/** Whom a client reads from. */
const ROUTES: Record<string, () => string> = {
  leader: () => terms.master,
  random: () => `any ${terms.slave}`,
  sticky: () => `one ${terms.slave}`,
  'leader-after-write': () => `${terms.master} after own write`,
}
export const choiceWord = (path: string, choice: string): string =>
  (path.endsWith('.route') ? ROUTES[choice]?.() : undefined) ?? CHOICES[choice] ?? choice
