/** The figure itself, in a frame as wide as the author's column, on a page as light or dark as the author's. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { spelled } from '../../embed/index.ts'
import { building } from '../../words/index.ts'
import { useSaid } from '../page/useSaid.ts'
import { Segments } from '../parts/Segments.tsx'
import { type Built, frameHeight, pairsOf, SCHEMES, WIDTHS } from './built.ts'
import { isOneFile, previewOf } from './place.ts'
import { type Seen, seenIn } from './seen.ts'

interface Props {
  built: Built
  seen: Seen
  onSeen: (change: Partial<Seen>) => void
  onChange: (change: Partial<Built>) => void
}

/** What the preview does without: an origin that is not this page's, and what would play by itself. */
function addressOf(given: Built['given']): string {
  const shown = pairsOf(given).filter(([name, text]) => name !== 'origin' && !(name === 'play' && text === 'visible'))
  const { search, hash } = spelled(shown)
  return search + hash
}

export function Preview({ built, seen, onSeen, onChange }: Props) {
  const { width, scheme, given } = built
  const [room, setRoom] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const measure = new ResizeObserver(() => setRoom(box.current?.clientWidth ?? 0))
    if (box.current) measure.observe(box.current)
    return () => measure.disconnect()
  }, [])
  const scale = room === 0 ? 1 : Math.min(1, room / width)
  const height = frameHeight(built)
  const address = addressOf(given)
  const coming = seen.still === null && !isOneFile() ? building.coming : ''
  useSaid(coming)
  return (
    <section className="preview" aria-label={building.preview} data-digest={seen.digest} data-measured={seen.height}>
      <div className="preview-bar">
        <Segments
          mono
          label={building.width}
          options={WIDTHS.map((value) => ({ value: value as number, text: building.widthPx(value) }))}
          value={width}
          onChange={(value) => onChange({ width: value as Built['width'] })}
        />
        <Segments
          label={building.scheme}
          options={SCHEMES.map((value) => ({ value: value as string, text: building.schemes[value] }))}
          value={scheme}
          onChange={(value) => onChange({ scheme: value as Built['scheme'] })}
        />
      </div>
      <div className="paper" data-theme={scheme}>
        <div ref={box}>
          {isOneFile() ? (
            <p>{building.alone}</p>
          ) : (
            <div style={{ height: height * scale }}>
              <Frame
                key={`${address} ${width}`}
                address={address}
                id={given.id ?? ''}
                theme={given.theme ?? 'auto'}
                scheme={scheme}
                size={{ width, height, transform: scale < 1 ? `scale(${scale})` : undefined }}
                onSeen={onSeen}
              />
            </div>
          )}
        </div>
      </div>
      <p className="muted">
        {coming}
        {scale < 1 ? building.scaled(Math.round(scale * 100)) : ''} {given.play === 'visible' ? building.waits : ''}
      </p>
    </section>
  )
}

interface FrameProps {
  address: string
  id: string
  theme: string
  scheme: Built['scheme']
  size: React.CSSProperties
  onSeen: Props['onSeen']
}

function Frame({ address, id, theme, scheme, size, onSeen }: FrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const talk = useRef<ReturnType<typeof seenIn> | null>(null)
  const { src, sandbox } = previewOf(address)
  // Of a page that is light or dark; where the author has said a theme, it is that.
  const worn = theme === 'auto' ? scheme : theme
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is another frame, by its key
  useEffect(() => {
    if (!frame.current) return
    talk.current = seenIn(frame.current, { id, theme: worn }, onSeen)
    return () => talk.current?.close()
  }, [])
  const first = useRef(true)
  useEffect(() => {
    if (!first.current) talk.current?.wear(worn)
    first.current = false
  }, [worn])
  return <iframe ref={frame} title={building.frameTitle} src={src} sandbox={sandbox} allow="fullscreen" style={size} />
}
