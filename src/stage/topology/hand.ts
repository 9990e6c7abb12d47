import type { CameraWishes, Handle } from './camera.ts'
import type { Camera } from './view.ts'

/**
 * The hand on the stage, fetched when a pointer comes near or when there is time: d3's zoom and drag are a tenth of
 * all that the first picture needs, and the first picture does not need them.
 */
/** Not `focusin`: whoever listens for focus makes a drawing a stop of the Tab key. */
const SIGNS = ['pointerover', 'touchstart', 'wheel'] as const
/** Wall milliseconds after which it is fetched without a sign. */
const REST_MS = 2000

export function hand(svg: SVGSVGElement, world: SVGGElement, wishes: CameraWishes): Handle {
  let real: Handle | null = null
  let camera: Camera | null = null
  let gone = false

  const stopWaiting = () => {
    clearTimeout(timer)
    for (const sign of SIGNS) svg.removeEventListener(sign, fetch)
  }
  const fetch = () => {
    stopWaiting()
    import('./camera.ts').then(
      ({ handle }) => {
        if (gone) return
        real = handle(svg, world, wishes)
        real.follow(camera)
      },
      // Not there (no network): the next sign asks again.
      () => gone || wait(),
    )
  }
  const wait = () => {
    for (const sign of SIGNS) svg.addEventListener(sign, fetch, { passive: true })
  }
  const timer = setTimeout(fetch, REST_MS)
  wait()

  return {
    follow(wanted) {
      camera = wanted
      real?.follow(wanted)
    },
    destroy() {
      gone = true
      stopWaiting()
      real?.destroy()
    },
  }
}
