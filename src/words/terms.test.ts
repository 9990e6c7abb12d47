import { afterEach, describe, expect, it } from 'vitest'
import type { CheckerFrame, ClientFrame, Frame, MonitorFrame, NodeFrame } from '../engine/index.ts'
import { parseRun, type Run, settings } from '../run/index.ts'
import { REGION_FACTS } from './facts/regions.ts'
import { sampleFact, sampleFacts } from './fixtures/sample-facts.ts'
import * as words from './index.ts'
import {
  inTerms,
  milestone,
  sentence,
  settingHint,
  settingName,
  settingValue,
  speak,
  TERMS,
  terms,
  why,
} from './index.ts'

afterEach(() => speak('master-slave'))

/** Words of the trade that a vocabulary may use, in every number. */
const SPOKEN = {
  'master-slave': /\b(primar(y|ies)|replicas?|sources?)\b/i,
  'primary-replica': /\b(masters?|slaves?|sources?)\b/i,
  'source-replica': /\b(masters?|slaves?|primar(y|ies))\b/i,
} as const

const { scenario } = (
  parseRun({
    scenario: {
      nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }],
      clients: [{ id: 'c' }, { id: 's', kind: 'stream' }, { id: 'r', kind: 'reader' }],
    },
  }) as { run: Run }
).run

/** What a function of words answers to names, where names are what it wants. */
function asked(words: (...names: string[]) => unknown): unknown[] {
  try {
    return [words(), words('db1', 'db2')]
  } catch {
    return []
  }
}

/** Every string in a value; functions of words are asked about db1. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') return texts(asked(value as (...names: string[]) => unknown))
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : []
}

/** The tables of labels behind the door, whoever adds one; its functions are told apart below. */
const tables = () => Object.entries(words).filter(([name, one]) => typeof one === 'object' && !OWN.includes(name))
/** Vocabularies themselves, and the replicas of a region, which are called so in every vocabulary. */
const OWN = ['TERMS', 'regionWords', 'regionLabels']

const mode = { waitFor: 2, needed: 2, timeoutUs: 500_000, ack: 'received', waitPoint: 'after-sync', since: 1 } as const
const node = (patch: Partial<NodeFrame>) =>
  ({
    id: 'db2',
    process: 'up',
    role: 'slave',
    epoch: 1,
    received: 3,
    applied: 2,
    processSince: 4,
    rewind: null,
    errant: null,
    extraFrom: null,
    clockOffsetUs: -2_000_000,
    onlyHere: [],
    cells: [],
    drain: null,
    copy: null,
    dataCenter: null,
    leaseUntil: null,
    barred: false,
    lag: { entriesBehind: 2, trueUs: 9, level: 'ok', reported: 0, entriesToReceive: 1, entriesToApply: 1 },
    receiver: { state: 'waiting', since: 0, reason: '', peer: 'db1' },
    applier: { state: 'stopped', since: 0 },
    ...patch,
  }) as NodeFrame

/** Every state that has words, once. */
function states(): string[] {
  const nodes = [
    node({ id: 'db1', role: 'master', process: 'down' }),
    node({ role: 'master', barred: true, leaseUntil: 5 }),
    ...(['master', 'slave', 'candidate', 'draining', 'promoting', 'fenced', 'read-only'] as const).map((role) =>
      node({ role }),
    ),
  ]
  const frames = (['async', 'semi-sync', 'quorum', 'all'] as const).flatMap((kind) =>
    (['on', 'fallen-back', 'blocked'] as const).map(
      (gate) =>
        ({
          time: 9,
          epoch: 1,
          nodes,
          clients: [],
          links: [],
          settings: {},
          counters: { ok: 3, atRisk: 0, lost: 0 },
          mode: { ...mode, kind, gate, waiting: 1, waitingSince: 2 },
          lost: [{ write: 1, number: 1, key: 'k', value: 1 }],
          monitor: null,
        }) as unknown as Frame,
    ),
  )
  const monitors = (
    [
      'watching',
      'suspecting',
      'confirming',
      'choosing',
      'waiting-for-choice',
      'draining',
      'promoting',
      'repointing',
      'rerouting',
      'done',
      'failed',
    ] as const
  ).map((state) => ({ state, watches: 'db1', choice: null, probes: [] }) as unknown as MonitorFrame)
  const clients = (['thinking', 'waiting', 'backing-off', 'stopped'] as const).flatMap((state) =>
    (['closed-loop', 'stream', 'reader'] as const).map(
      (kind) => ({ id: 'c', kind, state, target: 'db1', pending: 1, since: 0 }) as ClientFrame,
    ),
  )
  const checkers = ['noLostOk', 'converged', 'appliedOnce', 'oneWriter', 'freshReads'].map(
    (name) => ({ name, promised: true, held: true }) as CheckerFrame,
  )
  const [frame] = frames as [Frame]
  const names = ['detect', 'confirm', 'fence', 'choose', 'drain', 'promote', 'repoint', 'reroute'] as const
  const outages = (['killed', 'unreachable', 'lease', 'switchover', 'by-hand'] as const).flatMap((reason) =>
    [null, 8_000].map((to) => ({
      from: 0,
      to,
      reason,
      phases: [{ name: 'detect' as const, from: 0, to }],
      lost: 1,
      noticed: 1,
    })),
  )
  return [
    ...frames.flatMap((one) => [words.lostSentence(one), words.modeSum(one), words.gateSentence(one)]),
    ...[words.home.kill, words.reportedHint(), words.topologySum(nodes), words.stageSentence(frame)],
    ...texts(words.leadOf({ ...frame, nodes: nodes.slice(1) })),
    ...texts(words.leadOf(frame)),
    ...nodes.flatMap((one) => [
      words.roleWord(one),
      words.describeNode(one, frame),
      words.threadSentence(one, 'receiver', frame),
      words.threadSentence(one, 'applier', frame),
      ...texts(words.lagWords(one)),
    ]),
    ...outages.flatMap((outage) => words.outageRows(outage, 9_000)),
    ...names.map((name) => words.phaseHints[name]()),
    ...monitors.map(words.monitorSentence),
    ...clients.map((one) => words.clientSentence(one, frame)),
    ...checkers.map(words.guaranteeSentence),
    ...texts(words.counterRows(Object.fromEntries(Object.keys(words.counterHint).map((id) => [id, 1])) as never)),
  ]
}

/** Replicas of a region, and their leader, are called so in every vocabulary: they are no slaves and no master. */
const ownWords = (kind: string): boolean => kind in REGION_FACTS

const everything = (): string[] => [
  ...sampleFacts.filter(({ kind }) => !ownWords(kind)).flatMap((fact) => [sentence(fact), milestone(fact), why(fact)]),
  ...settings(scenario).flatMap(({ path, field, value }) => [
    settingName(path),
    settingHint(path),
    settingValue(path, value),
    ...(field.type === 'choice' ? field.choices.map((choice) => settingValue(path, choice)) : []),
  ]),
  ...texts(tables()),
  ...states(),
]

describe.each(TERMS)('the vocabulary %s', (name) => {
  it('speaks no word of another', () => {
    speak(name)
    const all = everything()
    expect(all.length).toBeGreaterThan(500)
    expect(all.filter((text) => SPOKEN[name].test(text))).toEqual([])
  })

  it('names both roles where there is something to say about them', () => {
    speak(name)
    const [master, slave] = name.split('-')
    const all = everything().join('\n')
    expect(all).toMatch(new RegExp(`\\b${master}\\b`))
    expect(all).toMatch(new RegExp(`\\b${slave}\\b`))
  })
})

it('calls nodes that are regions so, in every vocabulary, and only those', () => {
  const sites = (region: unknown) =>
    ({ multiMaster: region && { sites: [{ region }], origins: [] }, nodes: [] }) as never
  for (const name of TERMS) {
    speak(name)
    const { master } = terms
    words.speakOf(sites({ kind: 'mrec' }))
    expect([terms.master, terms.masters]).toEqual(['region', 'regions'])
    speak(name)
    expect(terms.master).toBe('region')
    words.speakOf(sites(null))
    expect(terms.master).toBe(master)
  }
})

it('would catch a word of another vocabulary', () => {
  expect('its Source is down').toMatch(SPOKEN['primary-replica'])
  expect('the slaves').toMatch(SPOKEN['source-replica'])
  expect('the primaries').toMatch(SPOKEN['master-slave'])
})

it('is spoken in the names of machines, wherever a role stands in them', () => {
  speak('source-replica')
  const names = ['master', 'MASTER_SILENT', 'masterIsBack', 'isSlave', 'slavesLeft', 'mastermind', 'idle']
  expect(names.map(words.machineWord)).toEqual([
    'source',
    'SOURCE_SILENT',
    'sourceIsBack',
    'isReplica',
    'replicasLeft',
    'mastermind',
    'idle',
  ])
})

it('is spoken from the next sentence on', () => {
  const { labels } = words
  speak('source-replica')
  expect(milestone(sampleFact('promoted'))).toBe('db2 is the source now, and epoch 2 begins.')
  expect(labels.noMonitor).toContain('the source')
  speak('primary-replica')
  expect(milestone(sampleFact('promoted'))).toBe('db2 is the primary now, and epoch 2 begins.')
  expect(labels.noMonitor).toContain('the primary')
})

it('puts texts of others into its words, whatever their case, and nothing else', () => {
  speak('primary-replica')
  expect(inTerms('Masters lead; a slave’s log follows the MASTER, not the mastermind.')).toBe(
    'Primaries lead; a replica’s log follows the PRIMARY, not the mastermind.',
  )
  expect(words.termsOf('source-replica')).toBe('source-replica')
  for (const name of [null, '', 'boss', 'toString']) expect(words.termsOf(name)).toBeNull()
})
