import { describe, expect, it } from 'vitest'
import {
  type ConflictFrame,
  createEngine,
  type Engine,
  type Frame,
  type VersionFrame,
  versionsOf,
} from '../engine/index.ts'
import { parseRun, type Run, us } from '../run/index.ts'
import {
  clockFace,
  conflictRow,
  fateWord,
  operatorSentence,
  placesFor,
  ruleSince,
  ruleVerdict,
  type Told,
  toldSentence,
  twiceWords,
  vectorVerdict,
  writesVerdict,
} from './conflicts.ts'
import { pairOf } from './masters.ts'

// The cart that two users change at once: what its card says by every rule.

interface Story {
  multiMaster?: object
  clock?: number
  writes?: object[]
  to?: number
}

const put = (atMs: number, client: string, value: number) => ({
  atMs,
  do: 'write',
  client,
  operation: 'put',
  key: 'cart',
  value,
})
const CART = [put(100, 'c1', 1), put(2050, 'c1', 3), put(2350, 'c2', 5)]

const played = (story: Story = {}): Frame => engineAt(story).frame()

function engineAt({ multiMaster = {}, clock = 0, writes = CART, to = 5000 }: Story): Engine {
  const ids = ['db1', 'db2', 'db3']
  const scenario = {
    nodes: ids.map((id, i) => ({ id, role: 'master', clockOffsetMs: i === 0 ? clock : 0, priority: i })),
    network: { oneWayMs: 500, clientOneWayMs: 5 },
    clients: ids.map((node, i) => ({ id: `c${i + 1}`, kind: 'stream', ratePerSecond: 0, node })),
    failover: { monitor: false },
    multiMaster: { topology: 'all-to-all', rows: 'cart', ...multiMaster },
  }
  const parsed = parseRun({ scenario, interventions: writes })
  if ('problem' in parsed) throw new Error(parsed.problem)
  const engine = createEngine((parsed as { run: Run }).run)
  engine.runTo(us(to))
  return engine
}

const conflictAt = (frame: Frame, node: string): ConflictFrame =>
  frame.multiMaster!.conflicts.find((one) => one.node === node)!
const plain = (told: Told): string =>
  told.map((part) => (typeof part === 'string' ? part : `[${part.origin}]`)).join('')

describe('the latest by a clock that is fast', () => {
  const frame = played({ clock: 2000 })
  const conflict = conflictAt(frame, 'db2')

  it('says how long lay between the writes, and what became of each', () => {
    expect(twiceWords(conflict)).toBe('written twice in 0.3\u00a0s')
    expect(pairOf(conflict, frame).map((one) => fateWord(conflict, one))).toEqual(['kept', 'discarded'])
    expect(conflictRow(conflict, frame)[1]).toBe('db2: cart, A2 kept, B1 discarded')
  })

  it('tells from the vectors that neither saw the other', () => {
    const { title, why } = vectorVerdict(conflict, frame)
    expect(title).toBe('Vectors say: concurrent')
    expect(plain(why)).toBe('A2 is higher in [db1] (2 > 1), B1 in [db2] (1 > 0). Neither saw the other.')
  })

  it('compares any two writes, also one that was written over', () => {
    const versions = engineAt({ clock: 2000 }).measured(versionsOf)
    const named = (name: string) =>
      versions.find(({ origin, sequence }) => `${origin}:${sequence}` === name) as VersionFrame
    const say = (one: string, other: string) => {
      const { title, why } = writesVerdict(named(one), named(other), frame)
      return `${title}: ${plain(why)}`
    }
    expect(versions).toHaveLength(3)
    expect(say('db2:1', 'db1:1')).toBe(say('db1:1', 'db2:1'))
    expect(say('db1:1', 'db2:1')).toBe(
      'Vectors say: A1 before B1: B1 is higher in [db2] (1 > 0), A1 nowhere: the writer of B1 had seen A1.',
    )
    expect(say('db1:2', 'db2:1')).toBe(
      'Vectors say: concurrent: A2 is higher in [db1] (2 > 1), B1 in [db2] (1 > 0). Neither saw the other.',
    )
  })

  it('says by how much the rule decided, and whose clock is to blame', () => {
    expect(ruleVerdict(conflict, frame)).toEqual({
      why: 'A2 wins by 1.7 s, but the clock of db1 runs 2 s fast.',
      catch: 'B1 was really the later write.',
    })
  })

  it('does not hide that a client was told OK', () => {
    expect(toldSentence(conflict, frame)).toEqual({
      told: 'Nobody. c2 was told OK and its 5 is gone.',
      broken: true,
    })
  })

  it('says of another rule only that it holds from now on', () => {
    expect(ruleSince(conflict, 'wall-clock')).toBe('')
    expect(ruleSince(conflict, 'arrival')).toBe(
      'From now on: what arrives last stands. Here it was: latest wall clock wins.',
    )
  })
})

describe('other rules', () => {
  it('blame nobody where the later write stays', () => {
    const frame = played()
    expect(ruleVerdict(conflictAt(frame, 'db1'), frame)).toEqual({ why: 'B1 wins by 0.3 s.', catch: '' })
  })

  it('name the priorities that decided', () => {
    const frame = played({ multiMaster: { rule: 'site-priority' } })
    expect(ruleVerdict(conflictAt(frame, 'db1'), frame).why).toBe('B1 wins: db2 has priority 1, db1 0.')
  })

  it('let both stay', () => {
    const frame = played({ multiMaster: { rule: 'dotted-version-vectors' } })
    const conflict = conflictAt(frame, 'db1')
    expect(ruleVerdict(conflict, frame).why).toBe('A2 and B1 both stay, until somebody writes who has seen both.')
    expect(toldSentence(conflict, frame).told).toBe('Whoever reads cart gets both, 3 and 5, and must decide.')
    expect(conflictRow(conflict, frame)[1]).toBe('db1: cart, A2 and B1 siblings')
  })

  it('swap the rows, which no error says', () => {
    const frame = played({ multiMaster: { rule: 'arrival' } })
    const conflict = conflictAt(frame, 'db1')
    expect(ruleVerdict(conflict, frame)).toEqual({
      why: 'B1 came later to db1, and overwrote A2 without asking.',
      catch: 'At db2 it is the other way round: they differ, and no error says so.',
    })
    expect(toldSentence(conflict, frame)).toEqual({
      told: 'Nobody. c1 was told OK and its 3 is gone from db1.',
      broken: true,
    })
  })

  it('fail where nobody can run the function, and say which version stays', () => {
    const frame = played({ multiMaster: { rule: 'function' } })
    expect(ruleVerdict(conflictAt(frame, 'db1'), frame).why).toMatch(
      /^The function failed \(.*[^.]\), so the later one stays\.$/,
    )
  })
})

describe('an applier that stops', () => {
  const insert = (atMs: number, client: string) => ({ atMs, do: 'write', client, operation: 'insert' })
  const story: Story = {
    multiMaster: { rule: 'arrival', generatedKeys: 'shared' },
    writes: [insert(100, 'c1'), insert(200, 'c2')],
  }

  it('has an operator who is told what to do, until that is done', () => {
    const frame = played(story)
    const conflict = conflictAt(frame, 'db1')
    expect(ruleVerdict(conflict, frame).why).toBe('n1 is already on db1, so B1 cannot insert it: error 1062.')
    expect(operatorSentence(conflict, frame)).toMatch(/^Compare n1 on db1 and db2, .* skip the entry\./)
    expect(toldSentence(conflict, frame)).toMatchObject({ broken: true })
    const skip = { atMs: 3000, do: 'skip-entry', node: 'db1', from: 'db2' }
    const later = played({ ...story, writes: [...story.writes!, skip] })
    expect(operatorSentence(conflictAt(later, 'db1'), later)).toBe('')
    expect(toldSentence(conflictAt(later, 'db1'), later)).toMatchObject({ broken: false })
  })
})

describe('versions of which one was seen by the other’s writer', () => {
  const frame = played()
  const conflict = conflictAt(frame, 'db1')
  const [one, other] = pairOf(conflict, frame)
  const seen = { ...other, vector: [...one.vector, { origin: other.origin, sequence: other.sequence }] }

  it.each([
    ['before', one, seen],
    ['after', seen, one],
  ] as const)('stand in that order, whichever was here: %s', (relation, here, there) => {
    const { title, why } = vectorVerdict({ ...conflict, here, there, relation }, frame)
    expect(title).toBe('Vectors say: A2 before B1')
    expect(plain(why)).toBe('B1 is higher in [db2] (1 > 0), A2 nowhere: the writer of B1 had seen A2.')
  })

  it('of one master are told apart by dots alone', () => {
    const earlier = { ...one, sequence: 1, vector: [{ origin: 'db1', sequence: 1 }] }
    const { title, why } = vectorVerdict({ ...conflict, here: earlier, there: one, relation: 'concurrent' }, frame)
    expect(title).toBe('Vectors say: concurrent')
    expect(plain(why)).toContain('the writer of A2 had not read A1. Only dots tell that.')
  })
})

describe('a clock on the wall', () => {
  it('begins at ten, and goes round at midnight', () => {
    expect(clockFace(0, 1)).toBe('10:00:00.0')
    expect(clockFace(4_123_456, 3)).toBe('10:00:04.123')
    expect(clockFace(-36_000_000_001, 6)).toBe('23:59:59.999999')
  })

  it('shows as much as tells two times apart', () => {
    expect(placesFor([0, 300_000], [5, 5])).toBe(1)
    expect(placesFor([0, 26_000])).toBe(3)
    expect(placesFor([0, 7])).toBe(6)
    expect(placesFor([1, 1])).toBe(1)
  })
})
