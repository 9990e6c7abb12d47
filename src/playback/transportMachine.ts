/**
 * What may be asked of the transport when: the deck's own state machine. A command is carried out only if its
 * event is allowed here, so that "play" after the end, or a step with nothing loaded, is refused in one place.
 * How to move (seek, step, fork) is not its business; whether the tape runs afterwards is.
 */
import { assign, setup } from 'xstate'
import { compile } from '../engine/index.ts'
import type { Command } from './transport.ts'

type TransportEvent =
  | { type: Exclude<Command['do'], 'speed' | 'auto-pace'> }
  | { type: 'speed'; speed: number }
  | { type: 'auto-pace'; on: boolean }
  /** Told after every move: can anything still happen after the playhead? */
  | { type: 'exhausted' }
  | { type: 'more' }

const machine = setup({
  types: { context: {} as { speed: number; autoPace: boolean }, events: {} as TransportEvent },
  actions: {
    setSpeed: assign(({ context, event }) => (event.type === 'speed' ? { speed: event.speed } : context)),
    setAutoPace: assign(({ context, event }) => (event.type === 'auto-pace' ? { autoPace: event.on } : context)),
  },
}).createMachine({
  id: 'transport',
  context: { speed: 1, autoPace: true },
  initial: 'loading',
  on: {
    load: '.paused',
    speed: { actions: 'setSpeed' },
    'auto-pace': { actions: 'setAutoPace' },
  },
  states: {
    /** No run yet. */
    loading: {},
    paused: {
      on: {
        play: 'playing',
        'play-until': 'playing',
        hurry: 'paused',
        pause: 'paused',
        step: 'paused',
        'step-back': 'paused',
        'next-milestone': 'paused',
        'previous-milestone': 'paused',
        seek: 'paused',
        reset: 'paused',
        latest: 'paused',
        act: 'paused',
        revise: 'paused',
        undo: 'paused',
        redo: 'paused',
        'open-branch': 'paused',
        'rename-branch': 'paused',
        'drop-branch': 'paused',
        compare: 'paused',
        beside: 'paused',
        exhausted: 'ended',
      },
    },
    playing: {
      on: {
        play: 'playing',
        'play-until': 'playing',
        hurry: 'playing',
        pause: 'paused',
        // Looking at single moments ends the play; going elsewhere or acting does not.
        step: 'paused',
        'step-back': 'paused',
        'next-milestone': 'paused',
        'previous-milestone': 'paused',
        reset: 'paused',
        seek: 'playing',
        latest: 'playing',
        act: 'playing',
        revise: 'playing',
        undo: 'playing',
        redo: 'playing',
        'open-branch': 'playing',
        'rename-branch': 'playing',
        'drop-branch': 'playing',
        compare: 'playing',
        beside: 'playing',
        exhausted: 'ended',
      },
    },
    /** Nothing will ever happen again, unless somebody acts or goes back. */
    ended: {
      on: {
        pause: 'ended',
        // Time passes all the same, and a condition may be about nothing else.
        'play-until': 'playing',
        hurry: 'ended',
        'step-back': 'ended',
        'previous-milestone': 'ended',
        seek: 'ended',
        reset: 'ended',
        latest: 'ended',
        act: 'ended',
        revise: 'ended',
        undo: 'ended',
        redo: 'ended',
        'open-branch': 'ended',
        'rename-branch': 'ended',
        'drop-branch': 'ended',
        compare: 'ended',
        beside: 'ended',
        more: 'paused',
      },
    },
  },
})

const program = compile(machine)

/** A running transport. `may` says whether a command is allowed now; `send` takes it. */
export function createTransport() {
  let { config, context } = program.start(undefined)
  return {
    may: (event: TransportEvent): boolean => program.step(config, context, event).fired.length > 0,
    send: (event: TransportEvent): void => {
      ;({ config, context } = program.step(config, context, event))
    },
    get state(): 'loading' | 'paused' | 'playing' | 'ended' {
      return program.configName(config) as 'loading' | 'paused' | 'playing' | 'ended'
    },
    get speed(): number {
      return context.speed
    },
    get autoPace(): boolean {
      return context.autoPace
    },
  }
}
