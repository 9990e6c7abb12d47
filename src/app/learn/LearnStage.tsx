/** The stage beside the story: the run, another world, or both beside each other. */
import { useCallback } from 'react'
import type { Frame } from '../../engine/index.ts'
import { outOfFocus, type Playing, worldOf } from '../../lessons/index.ts'
import { inTerms, learning } from '../../words/index.ts'
import { allActions, deskOf, isUsable } from '../actions/index.ts'
import { Milestone } from '../lab/Milestone.tsx'
import { StageDrawing } from '../lab/StageDrawing.tsx'
import { StageText } from '../later/around.ts'
import { ActionsMenu } from '../later/index.ts'
import { useLive, useSlice } from '../live/useLive.ts'
import { page, type Selection, usePage } from '../page/page.ts'
import { Beside } from './Beside.tsx'
import { LearnTransport } from './LearnTransport.tsx'
import { OffStageNow } from './OffStage.tsx'

/** Who is asked what will be lost is not told it. */
const wanted = (frame: Frame) => {
  const { lesson } = page.get()
  return { dim: outOfFocus(frame, lesson?.focus ?? []), ...(lesson?.asks && { without: ['at-risk'] }) }
}

export function LearnStage({ playing }: { playing: Playing }) {
  const { phase, entered, at } = playing
  // What happened in an earlier step was told there.
  const since = entered[at]?.t ?? 0
  const told = useSlice(({ frame }) => frame.milestone !== null && frame.milestone.t > since) ?? false
  const step = playing.lesson.steps[playing.at]
  const world = worldOf(playing)
  return (
    <main className="lesson-stage" aria-label={learning.stage} data-stage="">
      {phase === 'world' && world && (
        <p className="mile world-name" data-world-name="">
          {learning.worldNamed(inTerms(world.name))}
        </p>
      )}
      {told && phase !== 'world' && phase !== 'ask' && phase !== 'beside' && <Milestone />}
      {phase !== 'beside' && <OffStageNow />}
      <StepStage phase={phase} />
      <LearnTransport asks={phase === 'ask'} key={step?.id} />
    </main>
  )
}

/** What is drawn, its twin in words, and what can be done to whoever is picked on it. */
export function StepStage({ phase }: Pick<Playing, 'phase'>) {
  const live = useLive()
  const stacked = usePage((p) => p.room.width < 600)
  const menu = usePage((p) => p.open === 'actions')
  /** Whoever can be acted on opens what can be done. */
  const onPick = useCallback(
    (wish: Selection) => {
      const desk = deskOf(live)
      const some = allActions().some(
        ({ id, group, on }) => group === 'faults' && on?.includes(wish.kind) && desk && isUsable(desk, id, wish),
      )
      page.set({ open: some ? 'actions' : null })
    },
    [live],
  )
  return (
    <>
      <div className="st">
        {phase === 'beside' ? (
          <Beside />
        ) : (
          <StageDrawing layout={stacked ? 'stacked' : 'wide'} also={wanted} onPick={onPick} />
        )}
        <StageText />
      </div>
      {menu && <ActionsMenu />}
    </>
  )
}
