/** Puts the chosen theme on the document; `auto` follows the system, also when it changes while we run. */
import { useLayoutEffect } from 'react'
import { usePage } from './page.ts'
import { useMedia } from './useMedia.ts'

export function useTheme(): void {
  const theme = usePage((p) => p.theme)
  const dark = useMedia('(prefers-color-scheme: dark)')
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme === 'auto' ? (dark ? 'dark' : 'light') : theme
  }, [theme, dark])
}
