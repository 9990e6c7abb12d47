import { describe, expect, it } from 'vitest'
import type { Frame, NodeFrame } from '../engine/index.ts'
import { parseRun, type Run, settings } from '../run/index.ts'
import * as words from './index.ts'
import {
  choiceLines,
  counterRows,
  drainText,
  guaranteeSentence,
  inTerms,
  lagText,
  messageTwin,
  settingHint,
  settingName,
  settingValue,
  spelled,
  threadSentence,
  whole,
} from './index.ts'
import { numbersInLog } from './inLog.ts'
import { decimal, list, seconds, span } from './numbers.ts'

describe('numbers and times', () => {
  it.each([
    [0, '0 ms'],
    [350, '0.35 ms'],
    [3_700, '3.7 ms'],
    [37_400, '37 ms'],
    [99_499, '99 ms'],
    [99_500, '0.1 s'],
    [140_000, '0.14 s'],
    [600_000, '0.6 s'],
    [994_999, '0.99 s'],
    [995_000, '1 s'],
    [1_940_000, '1.9 s'],
    [9_949_999, '9.9 s'],
    [9_950_000, '10 s'],
    [12_400_000, '12 s'],
    [200_000_000, '3 min 20 s'],
    [3_600_000_000, '60 min'],
  ])('%d us read %s', (us, text) => expect(span(us)).toBe(text))

  it('are written the same everywhere', () => {
    expect(seconds(8_320_000)).toBe('8.320')
    expect([0, 999, 1000, 1234567, -4000].map(whole)).toEqual(['0', '999', '1,000', '1,234,567', '-4,000'])
    expect([3, 0.5, 10, 0.14].map((value) => decimal(value, 3))).toEqual(['3', '0.5', '10', '0.14'])
    expect(list(['a', 'b', 'c'])).toBe('a, b and c')
    expect(numbersInLog('db1', [18, 19])).toBe('#18, #19')
    expect([0, 1, 7, 30].map(spelled)).toEqual(['no', 'one', 'seven', '30'])
  })
})

describe('settings', () => {
  const json = {
    scenario: {
      nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }],
      clients: [{ id: 'c' }, { id: 's', kind: 'stream' }],
    },
  }
  const { scenario } = (parseRun(json) as { run: Run }).run

  it.each(settings(scenario).map((one) => [one.path, one.value] as const))(
    '%s has a name, a value and a reason',
    (path, value) => {
      expect(settingName(path)).toMatch(/^[A-Z][a-z]/)
      expect(settingHint(path)).toMatch(/^[A-Z].+\.$/)
      expect(settingValue(path, value)).toMatch(/^(\d|[a-z])/)
    },
  )

  it('reads like the picture', () => {
    expect(settingValue('replication.waitFor', 1)).toBe('1 slave')
    expect(settingValue('replication.timeoutMs', 500)).toBe('500 ms')
    expect(settingValue('failover.misses', 3)).toBe('3 misses')
    expect(settingValue('failover.choose', 'most-advanced')).toBe('most advanced')
    expect(settingValue('clients.s.ratePerSecond', 4)).toBe('4 writes/s')
  })

  it('follows the vocabulary in texts of others', () => {
    expect(inTerms('Slaves follow the master, not the mastermind.')).toBe(
      'Slaves follow the master, not the mastermind.',
    )
  })
})

const node = (patch: Partial<NodeFrame>): NodeFrame => ({
  id: 'db2',
  process: 'up',
  processSince: 0,
  role: 'slave',
  roleSince: 0,
  epoch: 1,
  epochSince: 0,
  upstream: 'db1',
  placedUnder: 'db1',
  joinedAt: 0,
  dataCenter: null,
  promotion: 'neutral',
  leaseUntil: null,
  barred: false,
  clockOffsetUs: 0,
  cells: [],
  received: 17,
  applied: 16,
  onlyHere: [],
  receiver: { state: 'streaming', since: 0, reason: '', peer: 'db1' },
  applier: { state: 'applying', since: 0 },
  applying: { from: 17, to: 17, startedAt: 7_660_000, endsAt: 8_460_000 },
  lockedSince: null,
  heldUntil: null,
  delayUs: 0,
  purgedTo: 0,
  copy: null,
  drain: null,
  lag: null,
  rewind: null,
  errant: null,
  extraFrom: null,
  chosenAt: null,
  parts: [],
  ...patch,
})
const frame = { time: 8_320_000, nodes: [node({ id: 'db1', process: 'down' }), node({})] } as Frame

describe('states', () => {
  it('reads like the picture', () => {
    expect(lagText({ entriesBehind: 3, trueUs: 600_000, level: 'ok' })).toBe('3 behind, 0.6 s')
    expect(lagText({ entriesBehind: 0, trueUs: 0, level: 'ok' })).toBe('up to date')
    expect(drainText({ total: 4, left: 1, startedAt: 0, endsAt: 8_460_000 }, 8_320_000)).toBe('1 left, 0.14 s to go')
    expect(threadSentence(node({}), 'applier', frame)).toBe('applying #17, 660 of 800 ms')
    expect(
      threadSentence(
        node({ receiver: { state: 'waiting', since: 0, reason: 'reset', peer: 'db1' } }),
        'receiver',
        frame,
      ),
    ).toBe('waiting, db1 is down')
    const candidates = [
      { node: 'db2', received: 17, reason: 'most-received' },
      { node: 'db3', received: 13, reason: 'behind' },
    ]
    expect(choiceLines({ chosen: 'db2', candidates, at: 0 })).toEqual(['chose db2: has 17,', 'db3 has 13'])
    const astray = candidates.map((one) => (one.node === 'db3' ? { ...one, reason: 'diverged' } : one))
    expect(choiceLines({ chosen: 'db2', candidates: astray, at: 0 })[1]).toBe('db3 has diverged')
  })

  it('tells where a token is', () => {
    const entry = {
      id: 1,
      kind: 'entries' as const,
      from: 'db1',
      to: 'db2',
      link: 'db1~db2',
      path: [
        [100, 0],
        [200, 1],
      ] as [number, number][],
      held: false,
      first: 7,
      last: 7,
      epoch: 1,
      origin: 'db1',
      write: 7,
      word: '',
      cause: 0,
      resent: 0,
      answers: null,
    }
    expect(messageTwin(entry, 140)).toBe('entry #7 to db2, 40 % of the way')
    expect(messageTwin({ ...entry, held: true }, 140)).toBe('entry #7 to db2, held on the way')
    expect(messageTwin({ ...entry, kind: 'ack', word: 'received' }, 200)).toBe(
      'acknowledgement: received up to #7 to db2, 100 % of the way',
    )
  })

  it('shows counters that add up, and marks what is lost', () => {
    const counters = {
      issued: 9,
      ok: 7,
      error: 0,
      unknown: 1,
      pending: 1,
      surviving: 5,
      atRisk: 0,
      lost: 2,
      ghost: 0,
      overwritten: 0,
      discarded: 0,
      reads: 0,
      phantomReads: 0,
      staleReads: 0,
      ownWriteMissing: 0,
      readsWentBack: 0,
      noticed: 1,
    }
    const rows = counterRows(counters)
    const within = rows.filter((row) => row.within).reduce((sum, row) => sum + row.value, 0)
    expect(within).toBe(counters.ok)
    expect(rows.find(({ id }) => id === 'lost')?.tone).toBe('crit')
  })

  it('keeps what was promised apart from what came true', () => {
    const checker = { name: 'noLostOk', kind: 'guarantee' as const, violation: null }
    expect(guaranteeSentence({ ...checker, promised: false, held: false })).toBe(
      'No write that was told OK is lost: not promised, and not so.',
    )
    expect(guaranteeSentence({ ...checker, promised: true, held: true })).toContain('promised, and so')
  })
})

it('says everything without exclamation marks', () => {
  const texts = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(texts)
        : []
  const all = texts({ ...words })
  expect(all.length).toBeGreaterThan(40)
  expect(all.filter((text) => /!|undefined/.test(text))).toEqual([])
})
