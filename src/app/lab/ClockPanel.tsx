/**
 * What stands behind the clock: event number, model, and the digest of everything that is true at this
 * instant. The digest is asked for when it is looked at, never kept up while playing.
 */

import { useEffect, useState } from 'react'
import { labels, seconds } from '../../words/index.ts'
import { useLive, useSlice } from '../live/useLive.ts'
import { notify } from '../page/page.ts'
import { Popover } from '../parts/Popover.tsx'
import { toClipboard } from '../share/clipboard.ts'

export function ClockPanel() {
  const live = useLive()
  const at = useSlice(({ transport: { time, event, playing, run } }) => ({
    time,
    event,
    playing,
    model: run.model,
    seed: run.seed,
  }))
  const [digest, setDigest] = useState('')
  const [time, event] = [at?.time, at?.event]
  useEffect(() => {
    let wanted = time !== undefined || event !== undefined
    live.lab.ask({ ask: 'digest' }).then((answer) => {
      if (wanted) setDigest(answer)
    })
    return () => {
      wanted = false
    }
  }, [live, time, event])
  if (!at) return null
  const rows: [string, string, string][] = [
    ['time', labels.time, `${seconds(at.time)} s`],
    ['event', labels.event, `${at.event}`],
    ['seed', labels.seed, `${at.seed}`],
    ['model', labels.model, `${at.model}`],
    ['digest', labels.digest, at.playing ? labels.whilePlaying : digest],
  ]
  const copy = async () => {
    const text = rows.map(([, name, value]) => `${name} ${value}`).join(', ')
    if (!(await toClipboard(text))) notify(labels.copyByHand, { kind: 'news', copy: text })
    else notify(labels.copied, { kind: 'news' })
  }
  return (
    <Popover label={labels.clock} className="clock-panel p-4">
      <dl className="mb-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {rows.map(([id, name, value]) => (
          <div key={id} className="contents">
            <dt className="muted">{name}</dt>
            <dd className="mono text-right" data-value={id}>
              {value}
            </dd>
          </div>
        ))}
      </dl>
      <button type="button" className="btn w-full" onClick={copy} data-copy="digest">
        {labels.copy}
      </button>
    </Popover>
  )
}
