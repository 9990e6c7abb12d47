/** Is an action one of those that a step allows? */
import type { Action } from '../run/index.ts'
import type { Allowed } from './walkthrough.ts'

export const isAllowed = (allow: readonly Allowed[], action: Action): boolean =>
  allow.some((one) =>
    'set' in one
      ? action.do === 'set' && action.path === one.set
      : action.do === one.action && (one.target === undefined || namesOf(action).includes(one.target)),
  )

/** All whom an action is about; of a link its ends, and both together as `db1~db2` either way round. */
const namesOf = ({ do: _, ...args }: Action): readonly unknown[] =>
  Object.values(args).flatMap((value: unknown) =>
    Array.isArray(value) ? [...value, value.join('~'), [...value].reverse().join('~')] : [value],
  )
