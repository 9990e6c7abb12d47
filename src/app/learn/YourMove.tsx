/**
 * What the learner may do now, as buttons and controls beside the story; the same works on the stage and with keys. A hint
 * waits, and comes by itself after a while.
 */
import { type ReactNode, useEffect, useState } from 'react'
import type { Allowed, Step } from '../../lessons/index.ts'
import { learning } from '../../words/index.ts'
import { selectionOf } from '../actions/allowed.ts'
import { actionOf, allActions, deskOf } from '../actions/index.ts'
import { SettingRow } from '../lab/SettingRow.tsx'
import { useLive, useSlice } from '../live/useLive.ts'
import type { Selection } from '../page/page.ts'
import { ActionButton } from '../parts/Button.tsx'
import { ShowMe } from './Prediction.tsx'
import { Prose } from './Prose.tsx'

/** Wall milliseconds until the hint comes unasked. */
const HINT_MS = 25_000

/** `tried`: the gate is closed; `failed`: and the try is over. */
export function YourMove({ step, tried, failed }: { step: Step; tried: boolean; failed: boolean }) {
  const { allow = [], gate } = step
  if (allow.length === 0 && gate.is !== 'state') return null
  return (
    <section className="your-move" aria-label={learning.yourMove}>
      <h2>{learning.yourMove}</h2>
      {failed && (
        <p className="failed" data-failed="">
          {learning.failed}
        </p>
      )}
      <Moves allow={allow}>{gate.is === 'state' && tried && <ShowMe />}</Moves>
      {gate.is === 'state' && tried && <Hint text={gate.hint} />}
    </section>
  )
}

/** Buttons for what may be done, `children` behind them, and controls of what may be set. */
export function Moves({ allow, children }: { allow: readonly Allowed[]; children?: ReactNode }) {
  return (
    <>
      <div className="moves">
        {allow.map((one) => 'action' in one && <Doings key={`${one.action} ${one.target}`} {...one} />)}
        {children}
      </div>
      {allow.some((one) => 'set' in one) && (
        <div className="lesson-settings">
          {allow.map((one) => 'set' in one && <SettingRow key={one.set} path={one.set} />)}
        </div>
      )}
    </>
  )
}

interface Doing {
  target: Selection | undefined
  choice?: string
}

/** One action, with a button for everybody whom it may be done to. */
function Doings({ action, target }: { action: string; target?: string }) {
  const live = useLive()
  const all = useSlice(() => JSON.stringify(doingsOf(live, action, target))) ?? '[]'
  return (JSON.parse(all) as Doing[]).map((one) => <Do key={JSON.stringify(one)} action={action} {...one} />)
}

function doingsOf(live: Parameters<typeof deskOf>[0], action: string, target?: string): Doing[] {
  const desk = deskOf(live)
  const known = allActions().find(({ id }) => id === action)
  if (!desk || !known) return []
  const { frame } = desk
  const everybody: Selection[] = (known.on ?? []).flatMap((kind) => {
    const ids = { node: frame.nodes, client: frame.clients, link: frame.links, monitor: frame.monitors }[kind as 'node']
    return (ids ?? []).map(({ id }) => ({ kind, id }))
  })
  const one = selectionOf(frame, target)
  const targets = target !== undefined ? [one ?? undefined] : known.on ? everybody : [undefined]
  return targets.flatMap((each): Doing[] => {
    if (target !== undefined && each === undefined) return []
    if (!known.choices) return [{ target: each }]
    return known.choices(desk, each ?? null).map((choice) => ({ target: each, choice }))
  })
}

function Do({ action, target, choice }: Doing & { action: string }) {
  const label = actionOf(action).label(target, choice)
  const named = target === undefined || label.includes(target.id)
  const text = named ? label : learning.doneTo(label, target.kind === 'link' ? learning.link(target.id) : target.id)
  return (
    <ActionButton
      action={action}
      className={action === 'kill' ? 'btn crit' : 'btn'}
      label={text}
      {...(target && { target })}
      {...(choice !== undefined && { choice })}
      hide
    />
  )
}

/** Whoever asks for it sees all of it, also where the card ends just below the button. */
const intoSight = (hint: HTMLElement | null) => hint?.scrollIntoView({ block: 'nearest' })

function Hint({ text }: { text: string }) {
  const [shown, setShown] = useState(false)
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), HINT_MS)
    return () => clearTimeout(timer)
  }, [])
  if (shown)
    return (
      <div ref={asked ? intoSight : null}>
        <Prose className="hint" text={text} />
      </div>
    )
  return (
    <button
      type="button"
      className="link"
      data-hint=""
      onClick={() => {
        setAsked(true)
        setShown(true)
      }}
    >
      {learning.hint}
    </button>
  )
}
