/** The controls, in one line above the picture: they go away by themselves, and come back for a hand, a key or the focus. */
import type { ReactNode } from 'react'
import type { Walkthrough } from '../../lessons/index.ts'
import { inTerms, labels, presenting as words } from '../../words/index.ts'
import { actionOf, perform } from '../actions/index.ts'
import { useLive, useSlice } from '../live/useLive.ts'
import { usePage } from '../page/page.ts'
import { ActionButton } from '../parts/Button.tsx'
import { Icon } from '../parts/Icon.tsx'
import { TimeButtons } from '../parts/TimeButtons.tsx'
import { awayFrom, usePresenting } from './presenting.ts'

export function Bar({ lesson }: { lesson: Walkthrough }) {
  const playing = useSlice(({ transport }) => transport.playing) ?? false
  const speed = useSlice(({ transport }) => transport.speed) ?? 1
  const { locked, stops, black } = usePresenting()
  const away = usePage((p) => (p.lesson ? awayFrom(p.lesson) : '#/'))
  return (
    <nav className="pt-bar" aria-label={words.controls} data-bar="">
      <p className="truncate">{inTerms(lesson.title)}</p>
      <div>
        <ActionButton action="reset" className="">
          <Icon name="reset" />
        </ActionButton>
        <TimeButtons playing={playing} />
      </div>
      <div>
        <ActionButton action="slower" className="">
          <b className="mono">−</b>
        </ActionButton>
        <span className="mono" title={labels.speed} data-speed={speed}>
          {words.speed(speed)}
        </span>
        <ActionButton action="faster" className="">
          <b className="mono">+</b>
        </ActionButton>
        <Toggle action="stops" pressed={stops}>
          {words.stopsShort}
        </Toggle>
      </div>
      <div>
        <Toggle action="lock-controls" pressed={locked}>
          {words.lockShort}
        </Toggle>
        <Toggle action="blackout" pressed={black}>
          {words.blackShort}
        </Toggle>
        <ActionButton action="presenter-window" className="" named label={words.windowShort} />
        <ActionButton action="help" className="">
          <b className="mono">?</b>
        </ActionButton>
        <a href={away} title={`${words.keys.leave} (${actionOf('present-leave').keys[0]})`} data-leave="">
          {words.leaveShort}
        </a>
      </div>
    </nav>
  )
}

/** A switch of the registry; the one that unlocks is never locked. */
function Toggle({ action, pressed, children }: { action: string; pressed: boolean; children: ReactNode }) {
  const live = useLive()
  const { label, keys } = actionOf(action)
  return (
    <button
      type="button"
      aria-pressed={pressed}
      title={`${label()} (${keys[0]})`}
      data-action={action}
      {...(action === 'lock-controls' && { 'data-unlocks': '' })}
      onClick={() => perform(live, action)}
    >
      {children}
    </button>
  )
}
