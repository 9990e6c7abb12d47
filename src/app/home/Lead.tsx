/**
 * The words beside the hero stage: what is about to happen, what happens, and what was lost. All of it is read
 * off the frame, so that stepping back tells the story backwards.
 */

import { home as run } from '../../scenarios/index.ts'
import { home, labels, leadOf } from '../../words/index.ts'
import { useLive, useSlice } from '../live/useLive.ts'
import { ActionButton } from '../parts/Button.tsx'

export function Lead() {
  const live = useLive()
  const frame = useSlice(({ frame }) => frame)
  if (!frame) return <div className="lead" />
  const { chapter, headline, sentence } = leadOf(frame)
  return (
    <div className="lead" data-chapter={chapter}>
      <h1>{headline}</h1>
      <p className="say" data-lead="">
        {sentence}
      </p>
      {chapter === 'before' ? (
        <ActionButton action="kill" className="btn crit big" label={home.kill} />
      ) : (
        <div className="go">
          <ActionButton action="step-back" className="btn big quiet-big" />
          <button
            type="button"
            className="btn big solid"
            data-again=""
            onClick={() => live.do({ do: 'load', run: run.run, t: run.at })}
          >
            {labels.again}
          </button>
        </div>
      )}
      <p className="muted cap">
        {chapter === 'before' ? (
          <>
            {home.orPress[0]} <kbd>K</kbd>. {home.orPress[1]}
          </>
        ) : (
          <>
            {labels.stepWith} <kbd>,</kbd> <kbd>.</kbd>
          </>
        )}
      </p>
    </div>
  )
}
