/** The opening of a run says at every instant what the engine says there. */
import { describe, expect, it } from 'vitest'
import { everyPreset } from '../../scenarios/index.ts'
import { createPlayback, Opening, writtenOpening } from '../index.ts'

/** Those that begin with something that comes with the engine, or go too fast, or ask a reader's function. */
const WITHOUT = ['no-majority', 'custom-merge']
/** Busier than the others, and opened on a page that its reader begins. */
const SECONDS: { [id: string]: number } = { home: 1 }

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('the opening of a run', () => {
  const openings = everyPreset.flatMap((preset) => {
    const text = writtenOpening(preset.run, preset.at, SECONDS[preset.id])
    return text === null ? [] : [{ preset, text }]
  })

  it('is written for every preset but those that need more at once', () => {
    const ids = openings.map(({ preset }) => preset.id)
    expect(everyPreset.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual(WITHOUT)
  })

  it('says what the engine says: at each of its changes, before it, between two, and backwards', () => {
    for (const { preset, text } of openings) {
      const opening = new Opening(preset.run, text)
      const { from, to, changes } = opening.written
      const playback = createPlayback()
      playback.do({ do: 'load', run: preset.run, t: from })
      const marks = [from, ...changes.map(([t]) => t), to]
      const instants = marks.flatMap((t, i) => [t - 1, t, Math.floor((t + (marks[i + 1] ?? t)) / 2)])
      const asked = [...new Set(instants)].filter((t) => t >= from && t <= to).sort((a, b) => a - b)
      const said = new Map(asked.map((t) => [t, plain(opening.at(t, false))]))
      for (const t of asked) {
        playback.do({ do: 'seek', t })
        expect(said.get(t), `${preset.id} at ${t}`).toEqual(plain(playback.update()))
      }
      for (const t of [to, from]) expect(plain(opening.at(t, false))).toEqual(said.get(t))
    }
  })

  it('is not that of another run', () => {
    const preset = everyPreset.find(({ id }) => id === 'async-pipeline')!
    const [client, ...clients] = preset.run.scenario.clients
    const sooner = [{ ...client!, startMs: client!.startMs + 0.4 }, ...clients]
    const other = { ...preset.run, scenario: { ...preset.run.scenario, clients: sooner } }
    expect(writtenOpening(other, 0)).not.toBe(writtenOpening(preset.run, 0))
  })

  it('lasts from one to three seconds at its pace, and is small', () => {
    for (const { preset, text } of openings) {
      const { from, to } = new Opening(preset.run, text).written
      const seconds = (to - from) / (preset.run.scenario.paceMs * 1000)
      expect(seconds, preset.id).toBeGreaterThanOrEqual(0.98)
      expect(seconds, preset.id).toBeLessThanOrEqual(3)
      expect(text.length, preset.id).toBeLessThan(100_000)
    }
  })

  it('hands out pictures that nobody shares', () => {
    const { preset, text } = openings[0]!
    const opening = new Opening(preset.run, text)
    const first = opening.at(opening.written.from, false)
    const kept = plain(first)
    first.frame.nodes[0]!.id = 'changed'
    first.transport.branches[0]!.playedTo = -1
    expect(plain(opening.at(opening.written.from, false))).toEqual(kept)
  })
})
