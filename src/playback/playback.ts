/**
 * Plays a run: takes commands, advances with the page's clock, answers questions. It owns time and knows no
 * screen. Everything it shows is a function of the run and the playhead; how the playhead got there (play,
 * seek, a thousand steps back, a slow machine) makes no difference.
 */
import { createEngine, type Frame, type MachineChart, machineCharts } from '../engine/index.ts'
import { parseRun, type Run } from '../run/index.ts'
import { type EngineOf, firstBranch } from './branch.ts'
import { Branches } from './branches.ts'
import { commandProblem } from './checkCommand.ts'
import { type Checkpoints, createCheckpoints } from './checkpoints.ts'
import { Derivation } from './derive.ts'
import { SEEN, withSpan } from './hurried.ts'
import { Lookahead } from './lookahead.ts'
import { nextMilestone, previousMilestone, step, stepBack } from './moments.ts'
import { Playhead } from './playhead.ts'
import { stride } from './stride.ts'
import { timelineOf } from './timeline.ts'
import type { Answer, Command, Question, Timeline, Transport, Update } from './transport.ts'
import { createTransport } from './transportMachine.ts'

export interface Playback {
  /** Carries a command out. Null, or one sentence that says why not; then nothing changed. */
  do(command: Command): string | null
  /** The page's clock in milliseconds. True when something moved. */
  tick(nowMs: number): boolean
  ask<Q extends Question>(question: Q): Answer<Q>
  /** The present picture; the same object until something changes. Null before a run is loaded. */
  update(): Update | null
}

/** Kernel events of one tick at most, about 60 ms of work: a slow machine plays slower instead of freezing. */
const TICK_WORK = 20_000
/** The widest timeline is drawn from this many facts at most, the youngest. */
const TIMELINE_FACTS = 20_000

/** What a playback is made of; the real parts unless somebody brings others. */
interface Parts {
  engineOf: EngineOf
  charts(): Record<string, MachineChart>
  /** Kernel events of one seek at most: beyond some seconds of work it is refused. */
  seekWork: number
}

export function createPlayback(parts: Partial<Parts> = {}): Playback {
  const { engineOf = createEngine, charts = machineCharts, seekWork = 5_000_000 } = parts
  const transport = createTransport()
  const checkpoints: Checkpoints = createCheckpoints()
  let playing: { playhead: Playhead; branches: Branches; lookahead: Lookahead; derivation: Derivation } | null = null
  /** The page's clock at the last tick; null when the next tick only starts the clock. */
  let clock: number | null = null
  let rest = 0
  let factor = 1
  let frame: Frame | null = null
  let update: Update | null = null

  const open = (run: Run) => {
    const engine = engineOf(run)
    const playhead = new Playhead(engineOf, checkpoints, firstBranch(run, engine, checkpoints), engine)
    playing?.branches.release()
    playing = {
      playhead,
      branches: new Branches(playhead),
      lookahead: new Lookahead(engineOf),
      derivation: new Derivation(engineOf),
    }
  }

  const seek = (t: number): string | null => {
    const { playhead } = playing!
    const { time } = playhead.at
    const played = playhead.branch.playedTo
    if (playhead.goTo(Math.round(t), seekWork)) return null
    playhead.goTo(time)
    playhead.branch.playedTo = played
    return `${t / 1_000_000} s lies too far ahead to be reached in one go.`
  }

  const carryOut = (command: Command): string | null => {
    const { playhead, branches } = playing!
    switch (command.do) {
      case 'step':
        return step(playhead) ? null : 'Nothing more happens within the next ten minutes of the run.'
      case 'step-back':
        stepBack(playhead)
        return null
      case 'next-milestone':
        return nextMilestone(playhead) ? null : 'There is no further milestone ahead.'
      case 'previous-milestone':
        previousMilestone(playhead)
        return null
      case 'seek':
        return seek(command.t)
      case 'reset':
        return seek(0)
      case 'latest':
        return seek(playhead.branch.playedTo)
      case 'act':
        return branches.act(command.action)
      case 'undo':
        branches.undo()
        return null
      case 'redo':
        branches.redo()
        return null
      case 'open-branch':
      case 'rename-branch':
      case 'drop-branch':
      case 'compare':
        return 'There is no such branch.'
      default:
        return null
    }
  }

  /** After a command was carried out: time goes on from here, or stands still. */
  const moved = (type: Exclude<Command['do'], 'speed' | 'auto-pace'>) => {
    const before = transport.state
    transport.send({ type })
    if (before !== 'playing' || transport.state !== 'playing') clock = null
    playing!.lookahead.reset()
    rest = 0
    factor = 1
    changed()
  }

  const changed = () => {
    frame = null
    update = null
    settle()
  }

  /** Tells the transport whether anything can still happen: the last mark fades before it is the end. */
  const settle = () => {
    if (playing === null) return
    const over = playing.playhead.at.nextEventAt() === null && picture().recent.length === 0
    transport.send({ type: over ? 'exhausted' : 'more' })
  }

  const picture = (): Frame => {
    frame ??= playing!.playhead.at.frame()
    return frame
  }

  const usPerSecond = (): number => picture().paceUs * transport.speed

  return {
    do(command) {
      const nonsense = commandProblem(command)
      if (nonsense !== null) return nonsense
      if (command.do === 'speed' || command.do === 'auto-pace') {
        transport.send(
          command.do === 'speed' ? { type: 'speed', speed: command.speed } : { type: 'auto-pace', on: command.on },
        )
        factor = 1
        changed()
        return null
      }
      if (!transport.may({ type: command.do }))
        return transport.state === 'loading' ? 'No run is loaded yet.' : 'Nothing is left to happen in this run.'
      if (command.do === 'load') {
        const parsed = parseRun(command.run)
        if ('problem' in parsed) return parsed.problem
        open(parsed.run)
        const tooFar = seek(command.t ?? 0)
        moved(command.do)
        return tooFar
      }
      const problem = carryOut(command)
      if (problem === null) moved(command.do)
      return problem
    },

    tick(nowMs) {
      if (playing === null || transport.state !== 'playing') return false
      const passed = clock === null ? 0 : nowMs - clock
      clock = nowMs
      if (!(passed > 0)) return false
      const { playhead, lookahead } = playing
      const { branch, at } = playhead
      const from = at.time
      const quiet = transport.autoPace ? lookahead.stretch(playhead, picture(), usPerSecond()) : null
      const gone = stride(from, rest, passed, usPerSecond(), quiet)
      rest = playhead.runOn(gone.to, TICK_WORK) ? gone.rest : 0
      factor = gone.factor
      if (gone.fastest >= SEEN) branch.hurried = withSpan(branch.hurried, [from, at.time, Math.round(gone.fastest)])
      if (at.time === from) return false
      changed()
      return true
    },

    ask<Q extends Question>(question: Q): Answer<Q> {
      return answer(question) as Answer<Q>
    },

    update() {
      if (playing === null) return null
      update ??= { frame: picture(), transport: shown(), other: null }
      return update
    },
  }

  function shown(): Transport {
    const { playhead, branches } = playing!
    const { branch, at } = playhead
    return {
      run: branch.run,
      time: at.time,
      event: at.event,
      playing: transport.state === 'playing',
      speed: transport.speed,
      usPerSecond: usPerSecond() * factor,
      autoPace: { on: transport.autoPace, factor },
      playedTo: branch.playedTo,
      ended: transport.state === 'ended',
      milestones: branch.book.milestones() as Transport['milestones'],
      canUndo: branches.canUndo,
      canRedo: branches.canRedo,
      branches: [
        { id: 1, name: 'Run', parent: null, partedAt: 0, playedTo: branch.playedTo, own: null, present: true },
      ],
      forked: branch.forked,
      hurried: branch.hurried as Transport['hurried'],
    }
  }

  function answer(question: Question): Answer<Question> {
    if (question.ask === 'machines') return charts()
    if (playing === null) throw new Error('No run is loaded yet.')
    const { playhead, derivation } = playing
    const { branch } = playhead
    switch (question.ask) {
      case 'digest':
        return playhead.at.digest()
      case 'facts':
        return derivation.between(branch, question.from, Math.min(question.to, branch.playedTo), question.most)
      case 'why':
        return []
      case 'rows':
        return playhead.at.rows(question.node, question.most)
      case 'checkpoints':
        return { count: checkpoints.count, bytes: checkpoints.bytes }
      case 'timeline':
        return timeline(question.from, question.to)
    }
  }

  function timeline(from: number, to: number): Timeline {
    const { playhead, derivation } = playing!
    const { branch } = playhead
    const { run, playedTo } = branch
    // Who waited for an answer when the window begins is known from the writes sent before it.
    const longest = Math.max(0, ...run.scenario.clients.map(({ timeoutMs }) => timeoutMs * 1000))
    const facts = derivation.between(branch, from - longest, Math.min(to, playedTo), TIMELINE_FACTS)
    return timelineOf(run.scenario, facts, branch.book.milestones(), { from, to, playedTo })
  }
}
