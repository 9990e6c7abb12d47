/**
 * What an expression is worth where a playhead stands. It sees the frame, the rows of every node and the facts that the
 * book keeps: in a run of some minutes these are all that happened.
 */
import { FACTS, versionsOf } from '../engine/index.ts'
import { type Cast, parseQuery } from '../query/index.ts'
import { monitorsOf, type Run } from '../run/index.ts'
import type { Playhead } from './playhead.ts'

export type Condition = (playhead: Playhead) => boolean

export function conditionOf(text: string, run: Run): { holds: Condition } | { problem: string } {
  const cast = castOf(run)
  const exact = parseQuery(text, cast)
  // Whoever is named and not there (yet) may be added: until then, nothing is true of them.
  const words = text.match(/[a-z][a-z0-9-]*/g) ?? []
  const parsed = 'query' in exact ? exact : parseQuery(text, { ...cast, nodes: [...cast.nodes, ...words] })
  if ('problem' in parsed) return 'problem' in exact ? exact : parsed
  const { query } = parsed
  return {
    holds: ({ at, take }) => {
      const rows = (node: string) => at.rows(node, Number.MAX_SAFE_INTEGER)
      const versions = () => at.measured(versionsOf)
      return query.at({ frame: at.frame(false), rows, versions, facts: take.book.kept }) === true
    },
  }
}

function castOf({ scenario, interventions }: Run): Cast {
  const added = interventions.flatMap((one) => (one.do === 'add-slave' ? [one.node] : []))
  return {
    nodes: [...scenario.nodes.map(({ id }) => id), ...added],
    clients: scenario.clients.map(({ id }) => id),
    monitors: monitorsOf(scenario),
    kinds: Object.keys(FACTS),
  }
}
