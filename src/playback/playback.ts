/**
 * Plays a run: takes commands, advances with the page's clock, answers questions. It owns time and knows no
 * screen. Everything it shows is a function of the run and the playhead; how the playhead got there (play,
 * seek, a thousand steps back, a slow machine) makes no difference.
 */
import { createEngine, type Frame, type MachineChart, machineCharts } from '../engine/index.ts'
import type { Run } from '../run/index.ts'
import { commandProblem } from './checkCommand.ts'
import { checkedRun } from './checkedRun.ts'
import { type Checkpoints, createCheckpoints } from './checkpoints.ts'
import { SEEN, withSpan } from './hurried.ts'
import { type Loaded, load, unload } from './loaded.ts'
import { nextMilestone, previousMilestone, step, stepBack } from './moments.ts'
import { answerOf } from './questions.ts'
import { stride } from './stride.ts'
import type { EngineOf } from './take.ts'
import type { Answer, Command, Question, Transport, Update } from './transport.ts'
import { createTransport } from './transportMachine.ts'
import { untilOf } from './until.ts'

export interface Playback {
  /** Carries a command out. Null, or one sentence that says why not; then nothing changed. */
  do(command: Command): string | null
  /** The page's clock in milliseconds. True when something moved. */
  tick(nowMs: number): boolean
  ask<Q extends Question>(question: Q): Answer<Q>
  /** The present picture; the same object until something changes. Null before a run is loaded. */
  update(): Update | null
}

/**
 * Kernel events of one tick at most, about 60 ms of work, those of a compared branch included: a slow machine plays
 * slower instead of freezing.
 */
const TICK_WORK = 20_000

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
  let playing: Loaded | null = null
  /** The page's clock at the last tick; null when the next tick only starts the clock. */
  let clock: number | null = null
  let rest = 0
  let factor = 1
  /** Has the present branch moved on, and the compared one not got there yet? */
  let held = false
  /** The last condition that was reached. */
  let stopped: Loaded['until'] = null
  let frame: Frame | null = null
  let update: Update | null = null

  const open = (run: Run) => {
    if (playing !== null) unload(playing)
    playing = load(run, engineOf, checkpoints)
  }

  const seek = (t: number): string | null => {
    const { playhead, branches, comparison } = playing!
    const { time } = playhead.at
    const played = playhead.take.playedTo
    const otherPlayed = branches.compared?.take.playedTo ?? 0
    const to = Math.round(t)
    if (playhead.goTo(to, seekWork) && comparison.follow(branches.compared, to, seekWork)) return null
    playhead.returnTo(time, played)
    comparison.returnTo(time, otherPlayed)
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
        return nextMilestone(playhead)
      case 'previous-milestone':
        previousMilestone(playhead)
        return null
      case 'seek':
        return seek(command.t)
      case 'reset':
        return seek(0)
      case 'latest':
        return seek(playhead.take.playedTo)
      case 'act':
        return branches.act(command.action)
      case 'revise':
        return branches.revise(command.run, seekWork)
      case 'undo':
        branches.undo(seekWork)
        return null
      case 'redo':
        return branches.redo(seekWork)
      case 'open-branch':
        return branches.open(command.branch, seekWork)
      case 'rename-branch':
        return branches.rename(command.branch, command.name)
      case 'drop-branch':
        return branches.drop(command.branch)
      case 'compare':
        return branches.compare(command.branch)
      case 'beside':
        return branches.beside(command, seekWork)
      case 'play-until': {
        const made = untilOf(command.when, command.mostUs, playhead.take.run, playhead)
        if ('problem' in made) return made.problem
        playing!.until = made.until
        if (command.atOnce) made.until.runOn(playhead, undefined, seekWork)
        return null
      }
      case 'hurry':
        playing!.until?.runOn(playhead, undefined, seekWork)
        return null
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
    playing!.comparison.lookahead.reset()
    sideBySide()
    rest = 0
    factor = 1
    playing!.until?.look(playing!.playhead)
    changed()
  }

  /** Stands still, once, where it was to be played to. */
  const stopIfThere = () => {
    const until = playing?.until ?? null
    if (until === stopped || !until?.isOver) return
    stopped = until
    transport.send({ type: 'pause' })
  }

  const changed = () => {
    if (held) sideBySide()
    held = false
    frame = null
    update = null
    stopIfThere()
    settle()
  }

  /** Tells the transport whether anything can still happen: the last mark fades before it is the end. */
  const settle = () => {
    if (playing === null) return
    const { playhead, comparison, until } = playing
    const waits = until !== null && !until.isOver
    const over = !waits && playhead.at.nextEventAt() === null && picture().recent.length === 0 && comparison.isOver
    transport.send({ type: over ? 'exhausted' : 'more' })
  }

  /** Brings the compared branch to the present instant; false if that is more than `mostWork`. */
  const sideBySide = (mostWork?: number): boolean => {
    const { playhead, branches, comparison } = playing!
    return comparison.follow(branches.compared, playhead.at.time, mostWork)
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
        const parsed = checkedRun(command.run)
        if ('problem' in parsed) return parsed.problem
        open(parsed.run)
        const tooFar = seek(command.t ?? 0)
        moved(command.do)
        return tooFar
      }
      const problem = carryOut(command)
      if (problem === null) {
        playing!.branches.mirror()
        moved(command.do)
      }
      return problem
    },

    tick(nowMs) {
      if (playing === null || transport.state !== 'playing') return false
      const passed = clock === null ? 0 : nowMs - clock
      clock = nowMs
      if (!(passed > 0)) return false
      const { playhead, branches, lookahead, comparison, until } = playing
      const { take, at } = playhead
      if (held) {
        if (!sideBySide(TICK_WORK)) return false
        changed()
        return true
      }
      const from = at.time
      const before = at.work
      const quiet = transport.autoPace
        ? comparison.quiet(lookahead.stretch(playhead, picture(), usPerSecond()), usPerSecond())
        : null
      const gone = stride(from, rest, passed, usPerSecond(), quiet)
      const work = branches.compared === null ? TICK_WORK : TICK_WORK / 2
      const arrived = until?.isOver === false ? until.runOn(playhead, gone.to, work) : playhead.runOn(gone.to, work)
      rest = arrived ? gone.rest : 0
      factor = gone.factor
      if (gone.fastest >= SEEN) take.hurried = withSpan(take.hurried, [from, at.time, Math.round(gone.fastest)])
      // A compared branch that cannot keep up holds the clock: the picture changes when both are there.
      held = !sideBySide(TICK_WORK - (at.work - before))
      if (held) return false
      if (at.time === from) return false
      changed()
      return true
    },

    ask<Q extends Question>(question: Q): Answer<Q> {
      return answer(question) as Answer<Q>
    },

    update() {
      if (playing === null) return null
      update ??= whole()
      return update
    },
  }

  function whole(): Update {
    if (held) changed()
    const { comparison, branches } = playing!
    return { frame: picture(), transport: shown(), other: comparison.update(picture(), branches.twins) }
  }

  function shown(): Transport {
    const { playhead, branches } = playing!
    const { take, at } = playhead
    return {
      run: take.run,
      time: at.time,
      event: at.event,
      playing: transport.state === 'playing',
      speed: transport.speed,
      usPerSecond: usPerSecond() * factor,
      autoPace: { on: transport.autoPace, factor },
      playedTo: take.playedTo,
      ended: transport.state === 'ended',
      until: playing!.until?.info() ?? null,
      milestones: take.book.milestones() as Transport['milestones'],
      canUndo: branches.canUndo,
      canRedo: branches.canRedo,
      branches: branches.list(),
      forked: branches.forked,
      hurried: take.hurried as Transport['hurried'],
    }
  }

  function answer(question: Question): Answer<Question> {
    if (question.ask === 'machines') return charts()
    if (playing === null) throw new Error('No run is loaded yet.')
    if (question.ask === 'checkpoints') return { count: checkpoints.count, bytes: checkpoints.bytes }
    return answerOf(playing, question)
  }
}
