/** Light, dark or the projector's. A frame is not told its host's theme: the reader's own preference is the best guess. */
const dark = matchMedia('(prefers-color-scheme: dark)')
let wished = 'auto'

const show = () => {
  document.documentElement.dataset['theme'] = wished === 'auto' ? (dark.matches ? 'dark' : 'light') : wished
}
dark.addEventListener('change', show)

/** `auto` follows the reader's system. */
export function wearTheme(theme: string): void {
  wished = theme
  show()
}
