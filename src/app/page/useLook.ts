/** Puts the looks on the document, for the style sheet: theme, room, motion. All follow the system while we run. */
import { useEffect, useLayoutEffect } from 'react'
import { page, usePage } from './page.ts'
import { roomWords } from './room.ts'
import { useMedia } from './useMedia.ts'

/** Has the reader, or the system, asked for no travel? */
export function useReducedMotion(): boolean {
  const system = useMedia('(prefers-reduced-motion: reduce)')
  return usePage((p) => p.motion === 'reduced') || system
}

export function useLook(): void {
  const theme = usePage((p) => p.theme)
  const room = usePage((p) => p.room)
  const dark = useMedia('(prefers-color-scheme: dark)')
  const reduced = useReducedMotion()
  useLayoutEffect(() => {
    const { dataset, style } = document.documentElement
    dataset['theme'] = theme === 'auto' ? (dark ? 'dark' : 'light') : theme
    dataset['motion'] = reduced ? 'reduced' : 'full'
    dataset['room'] = roomWords(room)
    style.setProperty('--scale', `${room.scale}`)
  }, [theme, dark, reduced, room])
  useEffect(() => {
    addEventListener('resize', page.measure)
    return () => removeEventListener('resize', page.measure)
  }, [])
}
