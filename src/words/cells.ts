import type { Cell, Frame, NodeFrame } from '../engine/index.ts'
import { inLog, numbersInLog } from './inLog.ts'
import { count, list, moment, whole } from './numbers.ts'

/** The story of one entry on one node: what it writes, and what became of it here, in the order in which it happened. */
export function cellStory(cell: Cell, node: NodeFrame, { time, nodes, multiMaster }: Frame): string[] {
  const { position, key, value, write, origin, epoch, loggedAt, receivedAt, appliedAt, okAt, ackedAt, fate, fateAt } =
    cell
  const past = (at: number | null): at is number => at !== null && at <= time
  const own = origin === node.id
  const name = inLog(node.id, position)
  const story = [
    cell.heartbeat
      ? `${name} is the heartbeat row: the clock of ${origin} stood at ${whole(value)} ms. Epoch ${epoch}.`
      : `${name} sets ${key} to ${value}: write ${write}${multiMaster ? '' : `, epoch ${epoch}`}.`,
    `Logged on ${origin} at ${moment(loggedAt)}.`,
  ]
  if (!own && past(receivedAt)) story.push(`In the relay log of ${node.id} since ${moment(receivedAt)}.`)
  if (past(appliedAt)) story.push(`${own ? 'Committed' : 'Applied'} at ${moment(appliedAt)}.`)
  else story.push(own ? 'Not committed yet.' : 'Received, not applied: nobody can read it here.')
  const acks = ackedAt.filter(past)
  if (acks.length > 0)
    story.push(`${count(acks.length, 'acknowledgement')}, at ${list(acks.slice(0, 3).map((at) => moment(at)))}.`)
  else if (own && nodes.length > 1) story.push('No acknowledgement so far.')
  if (!cell.heartbeat)
    story.push(past(okAt) ? `Its client was told OK at ${moment(okAt)}.` : 'Its client has not been told OK.')
  if (fate === 'lost' && past(fateAt))
    story.push(`Lost at ${moment(fateAt)}: a newer epoch began without it, though its client was told OK.`)
  if (fate === 'extra' && past(fateAt))
    story.push(`Left behind at ${moment(fateAt)}: the newest epoch began without it.`)
  return story
}

/** What a strip of cells shows, in one line: "#10 to #17: 15 applied, 2 received only; lost #18, #19". */
export function cellsSummary({ id, cells }: NodeFrame, time: number): string {
  const [first, last] = [cells[0], cells[cells.length - 1]]
  if (!first || !last) return 'no entries yet'
  const past = (at: number | null) => at !== null && at <= time
  const fated = (fate: Cell['fate']) =>
    cells.filter((cell) => cell.fate === fate && cell.fateAt <= time).map(({ position }) => position)
  const [lost, extra] = [fated('lost'), fated('extra')]
  const applied = cells.filter(({ appliedAt }) => past(appliedAt)).length
  const parts = [`${count(applied, 'entry', 'entries')} applied`]
  if (cells.length > applied) parts.push(`${cells.length - applied} received only`)
  const promised = cells.filter(({ okAt }) => past(okAt)).length
  if (promised > 0) parts.push(`${promised} told OK`)
  const acked = cells.filter(({ ackedAt }) => ackedAt.some(past)).length
  if (acked > 0) parts.push(`${acked} acknowledged`)
  const beats = cells.filter(({ heartbeat }) => heartbeat).length
  if (beats > 0) parts.push(count(beats, 'heartbeat row'))
  if (lost.length > 0) parts.push(`lost ${numbersInLog(id, lost)}`)
  if (extra.length > 0) parts.push(`only here and left behind ${numbersInLog(id, extra)}`)
  return `${inLog(id, first.position)} to ${inLog(id, last.position)}: ${parts.join(', ')}`
}

/** Promised, on no other node that is up, and not lost yet: what a newer epoch left out is at risk no more. */
export function atRisk({ onlyHere, cells }: NodeFrame): number[] {
  const gone = cells.findIndex(({ fate }) => fate !== 'kept')
  if (gone < 0) return onlyHere
  // What is older than the cells in sight went with the first of them.
  const first = gone === 0 ? 0 : cells[gone]!.position
  return onlyHere.filter((position) => position < first)
}

/** Which promised entries hang on this node alone, for its panel; '' = none. */
export function onlyHereSentence(node: NodeFrame): string {
  const { id } = node
  const onlyHere = atRisk(node)
  if (onlyHere.length === 0) return ''
  const one = onlyHere.length === 1
  return `${numbersInLog(id, onlyHere)} ${one ? 'was' : 'were'} promised and ${one ? 'is' : 'are'} on no other node that is up: without ${id} ${one ? 'it is' : 'they are'} at risk.`
}
