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

export function whileUnseen(element: Element, player: Player): () => void {
  let onScreen = true
  let interrupted = false
  const look = () => {
    const seen = onScreen && document.visibilityState === 'visible'
    if (!seen && player.playing()) {
      player.pause()
      interrupted = true
      player.say(true)
    } else if (seen && interrupted) {
      interrupted = false
      player.say(false)
      player.goOn()
    }
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
  return () => {
    observer.disconnect()
    document.removeEventListener('visibilitychange', look)
  }
}
