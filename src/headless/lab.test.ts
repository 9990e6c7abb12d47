/** The command line as its users meet it: in a process of its own, by what it prints and how it exits. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { linkHash, MODEL, type Run, withIntervention, writeFile } from '../run/index.ts'
import { everyPreset, home } from '../scenarios/index.ts'
import { exitStatus } from './report.ts'

const folder = mkdtempSync(join(tmpdir(), 'lab-'))
afterAll(() => rmSync(folder, { recursive: true }))

function lab(...args: string[]) {
  const env = { ...process.env, NODE_ENV: 'production' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'lab.mjs'), ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}
const report = (...args: string[]) => JSON.parse(lab('run', ...args, '--json').stdout)
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const killed = (withIntervention(home.run, { do: 'kill', node: 'db1' }, home.at) as { run: Run }).run

describe('lab run --json', () => {
  it('prints one object with exactly the fields that others rely on', () => {
    const printed = report(file('killed.json', writeFile(killed)))
    expect(Object.keys(printed)).toEqual('digest model endTime counters nodes checkers failovers milestones'.split(' '))
    expect(Object.keys(printed.counters)).toEqual(
      'issued ok error unknown pending surviving atRisk lost ghost overwritten discarded reads phantomReads staleReads ownWriteMissing readsWentBack noticed'.split(
        ' ',
      ),
    )
    expect(Object.keys(printed.nodes[0])).toEqual('id role epoch process received applied errant'.split(' '))
    expect(Object.keys(printed.checkers[0])).toEqual('name kind promised held firstViolation'.split(' '))
    expect(Object.keys(printed.milestones[0])).toEqual('time kind node text'.split(' '))
    expect(printed.digest).toMatch(/^[0-9a-f]{16}$/)
    expect(printed).toMatchObject({ model: MODEL, endTime: 4_000_000, counters: { lost: 2 } })
  })

  it('tells the phases of the failover, each with its start and end', () => {
    const { failovers, milestones } = report(file('killed.json', writeFile(killed)))
    expect(failovers).toHaveLength(1)
    expect(Object.keys(failovers[0])).toEqual('suspect confirm choose drain promote repoint reroute'.split(' '))
    let before = 0
    for (const { start, end } of Object.values(failovers[0]) as { start: number; end: number }[]) {
      expect(start).toBeGreaterThanOrEqual(before)
      expect(end).toBeGreaterThanOrEqual(start)
      before = start
    }
    const suspected = milestones.find(({ kind }: { kind: string }) => kind === 'suspected')
    expect(failovers[0].suspect.end).toBe(suspected.time)
  })

  it('plays the same run from a preset, a file, a link and the oracle to the same digest', () => {
    const { digest } = report('home')
    expect(report(file('home.json', writeFile(home.run))).digest).toBe(digest)
    expect(report(file('scenario.json', JSON.stringify(home.run.scenario))).digest).toBe(digest)
    expect(report('home', '--until', '1s', '--machines', 'oracle').digest).toBe(report('home', '--until', '1s').digest)
    const link = `http://localhost/lab/${(linkHash(home.run, home.at) as { hash: string }).hash}`
    expect(report(link, '--until', '4s').digest).toBe(digest)
  })

  it('plays every mode and every intervention that a run may hold', () => {
    const { nodes } = report('two-tier')
    expect(nodes.length).toBeGreaterThan(3)
    const quorum = structuredClone(home.run)
    Object.assign(quorum.scenario.replication, { mode: 'quorum', waitFor: 2 })
    const acted = (from: Run, action: Parameters<typeof withIntervention>[1], t: number) =>
      (withIntervention(from, action, t) as { run: Run }).run
    const grown = acted(quorum, { do: 'add-slave', node: 'db4', upstream: 'db2' }, 300_000)
    const printed = report(file('quorum.json', writeFile(acted(grown, { do: 'kill', node: 'db3' }, 400_000))))
    expect(printed.nodes.map(({ id, process }: { id: string; process: string }) => [id, process])).toEqual([
      ['db1', 'up'],
      ['db2', 'up'],
      ['db3', 'down'],
      ['db4', 'up'],
    ])
    // Two acknowledgements are needed, and only one slave of the master is left: what comes now waits for ever.
    expect(printed.counters.pending).toBeGreaterThan(0)
  })

  it('plays a link to its moment, and another seed to another digest', () => {
    const link = `http://localhost/lab/${(linkHash(home.run, home.at) as { hash: string }).hash}`
    const there = report(link)
    expect(there.endTime).toBe(245_000)
    expect(there.digest).toBe(report('home', '--until', '245ms').digest)
    expect(report(link, '--seed', '2').digest).not.toBe(there.digest)
  })
})

describe('lab', () => {
  it('lists the presets by id, and prints the schema', () => {
    const { status, stdout } = lab('list')
    expect(status).toBe(0)
    expect(stdout.split('\n').map((line) => line.split(' ')[0])).toEqual([...everyPreset.map(({ id }) => id), ''])
    expect(JSON.parse(lab('schema').stdout).required).toEqual(['nodes'])
  })

  it('prints a summary for people', () => {
    const { status, stdout } = lab('run', 'home', '--until', '300ms')
    expect(status).toBe(0)
    expect(stdout).toMatch(/The master is about to die, seed 1, to 0\.300 s\ndigest [0-9a-f]{16}, model \d+\n/)
  })

  it('names its figures when asked for one that it does not have', () => {
    const { status, stderr } = lab('bench', 'moonshine')
    expect(status).toBe(2)
    expect(stderr).toContain('No figure begins with moonshine; known are engine.entriesPerSecond.batch256,')
  })
})

describe('bad input', () => {
  const bad = (nodes: object[]) => JSON.stringify({ nodes: [{ id: 'db1', role: 'master' }, ...nodes] })
  it.each([
    [
      ['run', file('a.json', bad([{ id: 'db2', applyMs: -5 }]))],
      'nodes[1].applyMs must be between 0.001 and 60000 ms, but is -5.',
    ],
    [['run', file('b.json', bad([{ id: 'db1' }]))], 'nodes[1].id is "db1", which nodes[0].id is already.'],
    [['run', file('c.json', '{"nodes": [}')], 'The file is not JSON: at line 1, column 12'],
    [['run', 'nowhere.json'], 'There is no file, link or preset "nowhere.json"'],
    [['run', `https://example.org/#/lab?s=${MODEL}.AAAA&t=0`], 'This link is damaged'],
    [['run', 'home', '--until', 'soon'], '--until must be a time'],
    [['fly'], '"fly" is not a command'],
  ])('%j ends with status 2 and one sentence', (args, sentence) => {
    const { status, stdout, stderr } = lab(...args)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(sentence)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })
})

it('the exit status is 1 exactly when something promised was not held', () => {
  const checker = { name: 'x', firstViolation: null }
  const status = (promised: boolean, held: boolean, kind: 'invariant' | 'guarantee') =>
    exitStatus({ checkers: [{ ...checker, kind, promised, held }] } as never)
  expect(status(true, true, 'invariant')).toBe(0)
  expect(status(true, false, 'invariant')).toBe(1)
  expect(status(true, false, 'guarantee')).toBe(1)
  expect(status(false, false, 'guarantee')).toBe(0)
})
