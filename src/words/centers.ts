import type { Frame } from '../engine/index.ts'
import { list, moment } from './numbers.ts'

/** What is said about data centres: on their outlines, and in the text view. */
export const centerWords = {
  /** On the outline of one that cannot be reached. */
  cutOff: (id: string): string => `${id}, cut off`,
} as const

/** One line for each data centre: "east: db1, db2 and c1; cut off since 2.000 s". */
export const centerRows = ({ dataCenters }: Frame): string[] =>
  dataCenters.map(({ id, nodes, clients, cut, since }) => {
    const who = nodes.length + clients.length > 0 ? list([...nodes, ...clients]) : 'nobody'
    return `${id}: ${who}${cut ? `; cut off since ${moment(since)}` : ''}`
  })
