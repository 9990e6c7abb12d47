/**
 * The stage in words: what keyboard and screen readers use, and what everybody sees who asks for the text view. One
 * list of participants with one tab stop, whose arrows follow the topology; one of what is on the way, with another.
 * The drawing shows the focus ring, because the drawing is what one looks at.
 */
import { labels, messageTwin, panels, stageSentence } from '../../../words/index.ts'
import { TextDetails, TextRest } from '../../later/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { usePage } from '../../page/page.ts'
import { People } from './People.tsx'
import { UnderWay } from './UnderWay.tsx'

/** Wall milliseconds that the words stay while playing: in sight; and unseen, where they are only asked for. */
const LEAST_MS = { seen: 100, unseen: 500 }

export function StageText() {
  const text = usePage((p) => p.text)
  const focus = usePage((p) => p.focus)
  const frame = useSlice(({ frame }) => frame, text || focus ? LEAST_MS.seen : LEAST_MS.unseen)
  const playing = useSlice(({ transport }) => transport.playing) ?? false
  if (!frame) return null
  // Nobody reads hidden details while they run by; they are there whenever the run stands still.
  const details = text || !playing
  // Not everything on the way is drawn: what has the keyboard's focus is always written where one looks.
  const message = focus?.kind === 'message' && frame.messages.find(({ id }) => `${id}` === focus.id)
  return (
    <>
      {message && !text && (
        <p className="focus-chip" aria-hidden="true" data-focus-chip="">
          {message.from}: {messageTwin(message, frame.time)}
        </p>
      )}
      <section
        className={text ? 'textview' : 'sr-only'}
        aria-label={labels.textView}
        {...(text && { 'data-text-view': '' })}
      >
        <h2>{labels.stage}</h2>
        <p>{stageSentence(frame)}</p>
        {text && <p className="muted">{panels.topologyKeys}</p>}
        <People frame={frame} details={details ? TextDetails : null} />
        <UnderWay frame={frame} />
        {details && <TextRest />}
      </section>
    </>
  )
}
