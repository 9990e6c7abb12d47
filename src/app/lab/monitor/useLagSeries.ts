/**
 * The series of the chart, asked for at the panels' pace. In between only the playhead moves. Who draws is told by a
 * call, outside React; the panels read the newest through `useSeries`.
 */
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { type Window, windowFor } from '../../../stage/index.ts'
import type { LagSeries, Update } from '../../../worker/index.ts'
import { useLive } from '../../live/useLive.ts'

/** Wall milliseconds between two questions while playing. */
const LEAST_MS = 200

export interface AskedSeries {
  readonly series: LagSeries | null
  readonly window: Window | null
  subscribe(listener: () => void): () => void
}

class Asked implements AskedSeries {
  series: LagSeries | null = null
  window: Window | null = null
  private readonly listeners = new Set<() => void>()
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  tell(): void {
    for (const listener of this.listeners) listener()
  }
}

/** `whole`: all that has been played, instead of the timeline's window. */
export function useLagSeries(whole: boolean): AskedSeries {
  const live = useLive()
  const asked = useMemo(() => new Asked(), [])
  useEffect(() => {
    let key = ''
    let at = 0
    let scenario: unknown = null
    let waiting = false
    const look = ({ frame, transport }: Update) => {
      if (scenario !== transport.run.scenario) {
        scenario = transport.run.scenario
        asked.series = null
        asked.window = null
        key = ''
      }
      asked.window = windowFor(frame.time, transport.playedTo, asked.window, { paceUs: frame.paceUs, whole })
      const { from, to } = asked.window
      const next = `${from} ${to} ${transport.playedTo} ${transport.run.interventions.length} ${transport.branches.find((b) => b.present)?.id}`
      const now = performance.now()
      if (waiting || (key === next && asked.series?.done !== false)) return
      if (transport.playing && now - at < LEAST_MS) return
      key = next
      at = now
      waiting = true
      live.lab.ask({ ask: 'lag', from, to }).then(
        (answer) => {
          waiting = false
          if (scenario === transport.run.scenario) {
            asked.series = answer
            asked.tell()
          }
          if (live.latest) look(live.latest)
        },
        () => {
          waiting = false
        },
      )
    }
    return live.onUpdate(look)
  }, [live, asked, whole])
  return asked
}

export const useSeries = (asked: AskedSeries): LagSeries | null =>
  useSyncExternalStore(asked.subscribe, () => asked.series)
