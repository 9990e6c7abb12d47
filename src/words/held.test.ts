import { describe, expect, it } from 'vitest'
import type { Frame, MessageFrame, NodeFrame } from '../engine/index.ts'
import { createEngine } from '../engine/index.ts'
import { parseRun, type Run, us } from '../run/index.ts'
import { cellStory, lagTrap, lagWords, messageSentence, messageTwin, threadSentence } from './index.ts'

// What is said of nodes that hold entries on purpose, that were away too long, and that are built anew.

const scenario = {
  nodes: [{ id: 'db1', role: 'master' }, { id: 'db2', delayMs: 5000 }, { id: 'db3' }],
  clients: [{ id: 'c', thinkMs: 100 }],
  replication: { heartbeatRowMs: 300, connectRetryMs: 100 },
  costs: { dataMegabytes: 10, copyKilobytesPerSecond: 10_000 },
  failover: { monitor: false },
}
const interventions = [
  { atMs: 1000, do: 'cut', between: ['db1', 'db3'] },
  { atMs: 1500, do: 'purge', node: 'db1' },
  { atMs: 1600, do: 'heal', between: ['db1', 'db3'] },
  { atMs: 3000, do: 'rebuild', node: 'db3', from: 'db2' },
]
const { run } = parseRun({ scenario, interventions }) as { run: Run }

function at(ms: number): { frame: Frame; node: (id: string) => NodeFrame } {
  const engine = createEngine(run)
  engine.runTo(us(ms))
  const frame = engine.frame()
  return { frame, node: (id) => frame.nodes.find((one) => one.id === id)! }
}

describe('a delayed slave', () => {
  it('says what it holds and for how long, and that its lag is meant', () => {
    const { frame, node } = at(4000)
    expect(threadSentence(node('db2'), 'applier', frame)).toMatch(/^holding #1 for another [\d.]+ (m?s)$/)
    expect(lagTrap(node('db2'))).toMatch(/^It reports [34] s, and holds every entry for 5 s on purpose: so much/)
  })
})

describe('a heartbeat row', () => {
  it('is told apart from what a client writes, and its age stands beside the reported lag', () => {
    const { frame, node } = at(900)
    const row = node('db1').cells.find(({ heartbeat }) => heartbeat)!
    const story = cellStory(row, node('db1'), frame).join(' ')
    expect(story).toMatch(/is the heartbeat row: the clock of db1 stood at \d+ ms\. Epoch 1\./)
    expect(story).not.toMatch(/client|write 0/)
    expect(lagWords(node('db3')).map(([name]) => name)).toContain('by heartbeat')
    expect(lagWords(node('db2')).map(([name]) => name)).not.toContain('by heartbeat')
  })
})

describe('a slave that was away too long', () => {
  it('is refused because what it needs is purged', () => {
    const { frame, node } = at(2500)
    expect(threadSentence(node('db3'), 'receiver', frame)).toBe('refused by db1: what it needs is purged')
  })

  it('is built anew, and says how far the copy is', () => {
    const { frame, node } = at(3500)
    expect(threadSentence(node('db3'), 'receiver', frame)).toBe('waiting, 4 of 10 MB copied from db2')
    expect(lagTrap(node('db3'))).toBe('It reports NULL while its data are copied: it has none yet that could be late.')
    const copy = frame.messages.find(({ kind }) => kind === 'snapshot') as MessageFrame
    expect(messageTwin(copy, frame.time)).toBe('copy of empty data to db3, 50 % of the way')
    expect(messageSentence(copy)).toMatch(/^All data of db2/)
  })
})
