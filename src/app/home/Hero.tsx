/** The hero stage and the bar under it: play, time, and the way into the lab with this very moment. */
import type { MouseEvent } from 'react'
import { home, labels } from '../../words/index.ts'
import { Clock } from '../lab/Clock.tsx'
import { Scrubber } from '../lab/Scrubber.tsx'
import { StageDrawing } from '../lab/StageDrawing.tsx'
import { useLive, useSlice } from '../live/useLive.ts'
import { usePage } from '../page/page.ts'
import { Icon } from '../parts/Icon.tsx'
import { PlayButton } from '../parts/TimeButtons.tsx'
import { sharing } from '../share/fetched.ts'

export function Hero() {
  const live = useLive()
  const phone = usePage((p) => p.room.width < 720)
  const at = useSlice(({ transport: { playing, ended } }) => ({ playing, ended }))
  // The address is made when it is about to be wanted: on the way to a click, also one into a new tab. Mostly the first
  // move of the pointer has fetched what makes it by then.
  const address = (event: { currentTarget: HTMLAnchorElement }) => {
    const anchor = event.currentTarget
    const now = live.latest?.transport
    const link = now && sharing.here?.linkHash(now.run, now.time)
    if (link && 'hash' in link) anchor.href = link.hash
    else if (sharing.here === null) sharing().catch(() => {})
  }
  // A click that comes sooner waits for it: nobody arrives in the lab without what they have done.
  const wait = (event: MouseEvent<HTMLAnchorElement>) => {
    // It may have come since the pointer went down.
    address(event)
    if (sharing.here !== null || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const anchor = event.currentTarget
    sharing().then(
      () => {
        address({ currentTarget: anchor })
        location.hash = anchor.hash
      },
      () => {},
    )
  }
  return (
    <div className="fig">
      <div className="hero-stage">
        <StageDrawing layout={phone ? 'stacked' : 'hero'} />
      </div>
      <div className="bar">
        <PlayButton playing={at?.playing ?? false} />
        <span className="now">
          <span className="mono">
            <Clock /> s
          </span>
          , {labels.stands(at?.playing ?? false, at?.ended ?? false)}
        </span>
        <Scrubber kind="slim" />
        {/* biome-ignore lint/a11y/useValidAnchor: it leads to a page; a click may have to wait for the address of it */}
        <a
          className="more"
          href="#/lab?preset=home"
          data-open-in-lab=""
          onPointerDown={address}
          onFocus={address}
          onKeyDown={address}
          onClick={wait}
        >
          {home.openInLab} <Icon name="arrow" />
        </a>
      </div>
    </div>
  )
}
