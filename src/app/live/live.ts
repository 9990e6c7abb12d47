/**
 * The page's hold on its Lab. One animation-frame loop runs only while something plays. The stage hears every
 * update, outside React; panels hear at most ten a second while playing, and each one at once while paused.
 */
import type { Scenario } from '../../run/index.ts'
import { speakOf } from '../../words/index.ts'
import type { Command, Lab, Update } from '../../worker/index.ts'

export interface Live {
  readonly lab: Lab
  readonly latest: Update | null
  /** What was opened: a change is one against this. */
  readonly opened: Scenario | null
  do(command: Command): void
  /** Every update, for what is drawn. */
  onUpdate(listener: (update: Update) => void): () => void
  /** Updates as panels want them. */
  onPanels(listener: () => void): () => void
  /** What panels show now. */
  panels(): Update | null
  close(): void
}

/** Wall milliseconds between two renders of the panels while playing. */
const PANEL_MS = 100

export function createLive(lab: Lab): Live {
  const drawn = new Set<(update: Update) => void>()
  const panels = new Set<() => void>()
  let shown: Update | null = lab.latest
  let shownAt = 0
  let loop = 0
  let timer = 0
  let opened: Scenario | null = null

  const show = () => {
    clearTimeout(timer)
    timer = 0
    shown = lab.latest
    shownAt = performance.now()
    for (const listener of [...panels]) listener()
  }
  const frame = (now: number) => {
    loop = lab.latest?.transport.playing ? requestAnimationFrame(frame) : 0
    if (loop !== 0) lab.tick(now)
  }
  const stopListening = lab.onUpdate((update) => {
    speakOf(update.frame)
    for (const listener of [...drawn]) listener(update)
    if (update.transport.playing && loop === 0) loop = requestAnimationFrame(frame)
    const wait = shownAt + PANEL_MS - performance.now()
    if (!update.transport.playing || wait <= 0 || shown?.transport.playing !== update.transport.playing) show()
    else if (timer === 0) timer = window.setTimeout(show, wait)
  })

  return {
    lab,
    get latest() {
      return lab.latest
    },
    get opened() {
      return opened
    },
    do: (command) => {
      if (command.do === 'load') opened = command.run.scenario
      lab.do(command)
    },
    onUpdate(listener) {
      drawn.add(listener)
      if (lab.latest) listener(lab.latest)
      return () => drawn.delete(listener)
    },
    onPanels(listener) {
      panels.add(listener)
      return () => panels.delete(listener)
    },
    panels: () => shown,
    close() {
      stopListening()
      cancelAnimationFrame(loop)
      clearTimeout(timer)
      lab.close()
    },
  }
}
