/**
 * Runs inside a page: the playback of the app and its stage, without the rest, so that a test can go through a
 * run in thousands of ways and compare what is drawn, character by character.
 */
import { createPlayback, type Playback } from '../src/playback/index.ts'
import type { Run } from '../src/run/index.ts'
import { preset } from '../src/scenarios/index.ts'
import { createStage, type Stage } from '../src/stage/index.ts'

export interface Comparison {
  /** Microseconds at which pictures were compared. */
  times: number[]
  /** Different texts among them: a picture that never changes would prove nothing. */
  different: number
  /** Steps taken back. */
  back: number
  /** Where two ways drew different things; empty = nowhere. */
  wrong: { way: string; time: number; expected: string; drawn: string }[]
}

/** Steps forward over `most` moments; compares playing, seeking and stepping back at `count` of them, in two fashions. */
export function compare(id: string, most: number, count: number, layout: 'wide' | 'stacked'): Comparison {
  const run = preset(id)!.run
  const wrong: Comparison['wrong'] = []

  // Where the run goes: its moments, found by stepping forward.
  const forward = loaded(run)
  const moments: number[] = []
  while (moments.length < most && forward.do({ do: 'step' }) === null) moments.push(forward.update()!.transport.time)
  const times = Array.from({ length: count }, (_, i) => moments[Math.floor(((i + 1) * moments.length) / count) - 1]!)
  const wanted = new Set(times)

  // By playing: the last tick before each instant is as long as it takes to stop in the middle of its microsecond.
  const played = new Map<number, string>()
  const player = loaded(run)
  player.do({ do: 'auto-pace', on: false })
  // Ten pictures and more lie between two instants even so.
  player.do({ do: 'speed', speed: 8 })
  player.do({ do: 'play' })
  const screen = screenFor(layout)
  const perMs = player.update()!.transport.usPerSecond / 1000
  let [now, at] = [0, 0]
  player.tick(now)
  for (const time of times) {
    while (at < time) {
      const passed = Math.min(16, (time + 0.5 - at) / perMs)
      now += passed
      at += passed * perMs
      player.tick(now)
      screen.show(player)
    }
    if (player.update()!.transport.time !== time)
      wrong.push({ way: 'play', time, expected: 'to arrive', drawn: `${player.update()!.transport.time}` })
    played.set(time, screen.text())
  }
  screen.close()

  const hold = (way: string, time: number, drawn: string) => {
    const expected = played.get(time)!
    if (drawn !== expected) wrong.push({ way, time, ...firstDifference(expected, drawn) })
  }

  // By seeking, in an order that jumps about, on one drawing and on a fresh one each.
  const seeker = loaded(run)
  const one = screenFor(layout)
  for (let i = 0; i < times.length; i++) {
    const time = times[(i * 31 + 7) % times.length]!
    seeker.do({ do: 'seek', t: time })
    one.show(seeker)
    hold('seek', time, one.text())
    const fresh = screenFor(layout)
    fresh.show(seeker)
    hold('a fresh drawing', time, fresh.text())
    fresh.close()
  }
  one.close()

  // By stepping back, over every moment of the run, on the drawing that went forward.
  const drawing = screenFor(layout)
  drawing.show(forward)
  let back = 0
  while (forward.update()!.transport.time > times[0]!) {
    const { time } = forward.update()!.transport
    if (wanted.has(time)) hold('steps back', time, drawing.text())
    forward.do({ do: 'step-back' })
    drawing.show(forward)
    back++
  }
  hold('steps back', times[0]!, drawing.text())
  drawing.close()

  return { times, different: new Set(played.values()).size, back, wrong }
}

function loaded(run: Run): Playback {
  const playback = createPlayback()
  playback.do({ do: 'load', run })
  return playback
}

function screenFor(layout: 'wide' | 'stacked') {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.style.cssText = 'width:728px;height:564px'
  document.body.append(svg)
  const stage: Stage = createStage(svg)
  return {
    show(playback: Playback) {
      const { frame } = playback.update()!
      stage.draw(frame, frame.time, {
        selected: null,
        focused: null,
        moved: {},
        zoom: null,
        layout,
        reducedMotion: false,
        lostNote: true,
        // As at 1x, however fast the test plays.
        usPerSecond: frame.paceUs,
      })
    },
    text: () => svg.outerHTML,
    close() {
      stage.destroy()
      svg.remove()
    },
  }
}

function firstDifference(expected: string, drawn: string): { expected: string; drawn: string } {
  let at = 0
  while (expected[at] === drawn[at]) at++
  const from = Math.max(0, at - 80)
  return { expected: expected.slice(from, at + 160), drawn: drawn.slice(from, at + 160) }
}
