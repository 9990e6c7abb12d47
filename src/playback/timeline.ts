/**
 * What the lanes of the timeline show, from facts alone: one lane for the clients, one for each node that was ever
 * there (those of the scenario first, in its order), one for the monitor. Spans say what their owner was (the weight of the line), marks what happened to it.
 * Pure: the same facts give the same timeline, wherever the playhead stands.
 */
import type { Fact } from '../engine/index.ts'
import { hasManyMasters, type Scenario } from '../run/index.ts'
import { agreeSpans } from './agreeSpans.ts'
import { answerSpans } from './answers.ts'
import { laneMarks } from './laneMarks.ts'
import { nodesOf, roleSpans } from './roles.ts'
import type { Lane, Timeline } from './transport.ts'

export interface Range {
  from: number
  to: number
  /** The furthest instant played: nothing is shown beyond it. */
  playedTo: number
}

/**
 * `facts`: those of the range, and from one client timeout before it on, so that it is known who waited when it
 * begins. `milestones`: all up to `playedTo`. Both ascending.
 */
export function timelineOf(
  scenario: Scenario,
  facts: readonly Fact[],
  milestones: readonly Fact[],
  { from, to, playedTo }: Range,
): Timeline {
  const end = Math.min(to, playedTo)
  const visible = facts.filter(({ t }) => t >= from && t <= end)
  const nodes = nodesOf(scenario, milestones)
  const marks = laneMarks(scenario, nodes, visible, facts)
  const lane = (id: string, spans: Lane['spans']): Lane => ({
    id,
    spans: clip(spans, from, end),
    marks: marks.get(id) ?? [],
  })
  if (hasManyMasters(scenario)) return { from, to, playedTo, lanes: masterLanes() }
  const lanes: Lane[] = []
  if (scenario.clients.length > 0) lanes.push(lane('clients', answerSpans(facts, from, end)))
  for (const id of nodes) lanes.push(lane(id, roleSpans(id, scenario, milestones, end)))
  if (scenario.failover.monitor) lanes.push(lane('monitor', [{ from, to: end, is: 'watching' }]))
  return { from, to, playedTo, lanes }

  /** A lane for each of several masters, and whether they agree. */
  function masterLanes(): Lane[] {
    const each = nodes.map((id, origin) => ({ ...lane(id, roleSpans(id, scenario, milestones, end)), origin }))
    return [...each, lane('agree', agreeSpans(facts, end))]
  }
}

const clip = (spans: Lane['spans'], from: number, to: number): Lane['spans'] =>
  spans.flatMap((span) => {
    const clipped = { ...span, from: Math.max(from, span.from), to: Math.min(to, span.to) }
    return clipped.from < clipped.to ? [clipped] : []
  })
