/**
 * Hands every update to the stage, outside React's render, with the view that only the page knows: selection,
 * focus, camera, cards moved by hand. React holds the element; what is inside it belongs to the stage.
 */
import { useEffect, useRef } from 'react'
import type { Frame } from '../../engine/index.ts'
import { createStage, hand, type LayoutKind, PROJECTOR_WEIGHT, type StageView } from '../../stage/index.ts'
import type { Update } from '../../worker/index.ts'
import { useLive } from '../live/useLive.ts'
import { page, type Selection, usePage } from '../page/page.ts'
import { noticeDrawn } from '../page/shown.ts'
import { useReducedMotion } from '../page/useLook.ts'
import { touched, useWhy } from '../parts/why.ts'
import { usePeeked } from './peeked.ts'
import { lendPlaces } from './stagePlace.ts'

interface Props {
  layout: LayoutKind
  /** What a page has besides to say about the looking; the same function for the same look. */
  also?: (frame: Frame) => Partial<StageView>
  /** A participant was clicked, and is selected now. */
  onPick?: (wish: Selection) => void
}

export function StageDrawing({ layout, also, onPick }: Props) {
  const live = useLive()
  const svg = useRef<SVGSVGElement>(null)
  const still = useReducedMotion()
  useEffect(() => {
    const element = svg.current
    if (!element) return
    const stage = createStage(element, {
      hand,
      onSelect: (wish) => {
        page.select(wish)
        if (wish) onPick?.(wish)
      },
      onMoved: (id, place) => page.set(({ moved }) => ({ moved: { ...moved, [id]: place } })),
      onZoom: (zoom) => page.set({ zoom: zoom.k === 1 && zoom.x === 0 && zoom.y === 0 ? null : zoom }),
    })
    const draw = ({ frame: present, transport }: Update) => {
      const frame = usePeeked.getState().frame ?? present
      const { selection, focus, moved, zoom, theme } = page.get()
      stage.draw(frame, frame.time, {
        selected: selection?.id ?? null,
        focused: focus?.id ?? null,
        moved,
        zoom,
        layout,
        reducedMotion: still,
        lostNote: layout === 'wide',
        weight: theme === 'projector' ? PROJECTOR_WEIGHT : 1,
        highlight: touched(),
        // Not the hurried rate: what is drawn must not depend on whether it is being played.
        usPerSecond: frame.paceUs * transport.speed,
        ...also?.(frame),
      })
      noticeDrawn()
    }
    const redraw = () => live.latest && draw(live.latest)
    const size = new ResizeObserver(([entry]) => {
      if (entry) stage.resize(entry.contentRect.width, entry.contentRect.height)
    })
    size.observe(element)
    const stops = [
      live.onUpdate(draw),
      usePage.subscribe(redraw),
      useWhy.subscribe(redraw),
      usePeeked.subscribe(redraw),
      lendPlaces((id) => {
        const place = stage.placeOf(id)
        const corner = element.getBoundingClientRect()
        const { scale } = page.get().room
        return place && { ...place, x: corner.x / scale + place.x, y: corner.y / scale + place.y }
      }),
    ]
    return () => {
      for (const stop of stops) stop()
      size.disconnect()
      stage.destroy()
    }
  }, [live, layout, still, also, onPick])
  return <svg ref={svg} className="stage size-full" aria-hidden="true" />
}
