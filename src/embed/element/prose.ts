/** Buttons and links in the prose that move a figure: `<button data-rlab-for="fig1" data-rlab="seek:e42">`. */

/** What prose may say, and the name of what stands after the colon. */
const MAY: Record<string, string> = {
  play: '',
  pause: '',
  toggle: '',
  reset: '',
  step: 'n',
  back: 'n',
  seek: 'to',
  speed: 'x',
  focus: 'ids',
  show: 'parts',
}

interface Figure {
  send(message: Record<string, unknown>): Promise<unknown>
}

export function prose(figureOf: (id: string | undefined) => Figure | null): void {
  document.addEventListener('click', (event) => {
    const hook = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-rlab]') : null
    const [type = '', value] = hook?.dataset['rlab']?.split(/:(.*)/) ?? []
    const figure = hook && Object.hasOwn(MAY, type) ? figureOf(hook.dataset['rlabFor']) : null
    if (!figure) return
    event.preventDefault()
    const name = MAY[type]!
    const given = name === 'n' || name === 'x' ? Number(value ?? 1) : name === 'to' ? value : value?.split(',')
    void figure.send({ type, ...(name && { [name]: given }) })
  })
}
