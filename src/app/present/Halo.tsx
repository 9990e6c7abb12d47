/** A large ring around the pointer while Alt is held: what is meant is seen from the last row. */
import { useEffect, useRef } from 'react'
import { page } from '../page/page.ts'
import { presenting, usePresenting } from './presenting.ts'

export function Halo() {
  const shown = usePresenting((p) => p.halo)
  const ring = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const move = ({ clientX, clientY }: PointerEvent) => {
      const { scale } = page.get().room
      ring.current?.style.setProperty('translate', `${clientX / scale}px ${clientY / scale}px`)
    }
    const held = (event: KeyboardEvent) => {
      if (event.key !== 'Alt' || event.repeat) return
      // Alone it would open the menu of some browsers.
      event.preventDefault()
      presenting.set({ halo: event.type === 'keydown' })
    }
    const off = () => presenting.set({ halo: false })
    addEventListener('pointermove', move)
    addEventListener('keydown', held)
    addEventListener('keyup', held)
    addEventListener('blur', off)
    return () => {
      removeEventListener('pointermove', move)
      removeEventListener('keydown', held)
      removeEventListener('keyup', held)
      removeEventListener('blur', off)
    }
  }, [])
  return <div ref={ring} className="pt-halo" hidden={!shown} data-halo="" />
}
