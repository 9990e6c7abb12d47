/**
 * A figure that nobody sees stands still: browsers slow down only some frames that are off the screen. What was
 * playing goes on from the same instant when it is seen again; nothing is caught up with.
 */

/** Less than this share of the figure counts as off the screen. */
const LEAST_SEEN = 0.25

interface Player {
  playing(): boolean
  pause(): void
  goOn(): void
  /** Says, or no longer says, why it stands still. */
  say(unseen: boolean): void
}

export interface Seen {
  /** The host knows better than the browser: the share of the figure that is seen, 0 to 1. */
  told(ratio: number): void
  /** Is called at each change, and once at once. */
  on(listener: (seen: boolean) => void): void
  stop(): void
}

export function whileUnseen(element: Element, player: Player): Seen {
  let onScreen = true
  let told = true
  let interrupted = false
  let listener: (seen: boolean) => void = () => {}
  const isSeen = () => onScreen && told && document.visibilityState === 'visible'
  const look = () => {
    const seen = isSeen()
    if (!seen && player.playing()) {
      player.pause()
      interrupted = true
      player.say(true)
    } else if (seen && interrupted) {
      interrupted = false
      player.say(false)
      player.goOn()
    }
    listener(seen)
  }
  const observer = new IntersectionObserver(
    (entries) => {
      const last = entries.at(-1)
      onScreen = !last || last.intersectionRatio >= LEAST_SEEN
      look()
    },
    { threshold: [0, LEAST_SEEN, 1] },
  )
  observer.observe(element)
  document.addEventListener('visibilitychange', look)
  return {
    told(ratio) {
      told = ratio >= LEAST_SEEN
      look()
    },
    on(hears) {
      listener = hears
      hears(isSeen())
    },
    stop() {
      observer.disconnect()
      document.removeEventListener('visibilitychange', look)
    },
  }
}
