/** An author's accent, worn in every theme in which it stands out against the page and the cards. */
import { standsOut } from '../address/accent.ts'

let wished: string | null = null
let watched: MutationObserver | null = null

const grounds = (): string[] => {
  const style = getComputedStyle(document.documentElement)
  // A build writes #fff for #ffffff.
  const long = (hex: string) => (hex.length === 3 ? hex.replace(/./g, '$&$&') : hex)
  return ['--canvas', '--panel'].map((name) => long(style.getPropertyValue(name).trim().slice(1)))
}

/** `rrggbb`, or null for the theme's own. False: it is not worn, for it would be too pale in the present theme. */
export function wearAccent(accent: string | null): boolean {
  wished = accent
  const wear = () => {
    const { style } = document.documentElement
    style.removeProperty('--accent')
    const worn = wished !== null && standsOut(wished, grounds())
    if (worn) style.setProperty('--accent', `#${wished}`)
    return worn
  }
  if (watched === null && accent !== null) {
    watched = new MutationObserver(wear)
    watched.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  }
  return wear()
}
