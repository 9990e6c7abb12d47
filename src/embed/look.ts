/** How it looks: `theme=` and `terms=`, before the hash or after it. What is not known is as if it were not there. */
import { speak, termsOf } from '../words/index.ts'

const THEMES = ['light', 'dark', 'projector']

export function look({ search, hash }: { search: string; hash: string }): void {
  const [before, after] = [new URLSearchParams(search), new URLSearchParams(hash.replace(/^#?\/?\??/, ''))]
  const wished = (name: string) => before.get(name) ?? after.get(name)
  const terms = termsOf(wished('terms'))
  if (terms) speak(terms)
  const theme = wished('theme')
  const root = document.documentElement
  if (theme && THEMES.includes(theme)) {
    root.dataset['theme'] = theme
    return
  }
  // A frame is not told its host's theme: the reader's own preference is the best guess.
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const follow = () => {
    root.dataset['theme'] = dark.matches ? 'dark' : 'light'
  }
  follow()
  dark.addEventListener('change', follow)
}
