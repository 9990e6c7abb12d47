/** How the page around a figure looks: a frame cannot see it, so it is told. */

/** The page's own switch wins over the system: `data-theme` on an ancestor, then the colour scheme that it set. */
function theme(element: HTMLElement): Record<string, unknown> {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(`--rlab-${name}`).trim()
  const asked = element.getAttribute('theme') ?? 'auto'
  const told = element.parentElement?.closest<HTMLElement>('[data-theme]')?.dataset['theme']
  const scheme = /^(light|dark)$/.exec(style.colorScheme.replace('only', '').trim())?.[1]
  const name = asked !== 'auto' ? asked : /^(light|dark)$/.test(told ?? '') ? told : (scheme ?? 'auto')
  const [accent, font, radius] = [token('accent'), token('font'), Number.parseFloat(token('radius'))]
  const tokens = { ...(accent && { accent }), ...(font && { font }), ...(radius >= 0 && { radius }) }
  return { type: 'theme', name, tokens }
}

/** Calls `changed` when the page's look may have; returns what ends it. */
export function lookAround(element: HTMLElement, changed: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const watch = new MutationObserver(changed)
  for (let one: HTMLElement | null = element; one; one = one.parentElement)
    watch.observe(one, { attributeFilter: ['data-theme', 'class', 'style'] })
  dark.addEventListener('change', changed)
  return () => {
    watch.disconnect()
    dark.removeEventListener('change', changed)
  }
}
lookAround.theme = theme
