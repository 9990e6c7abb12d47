/** Work that yields now and then, done beside everything else that the page has to do. */

/** Wall milliseconds at a stretch: less than a frame. */
const TURN_MS = 8

/** Returns what ends it before it is done: then nobody hears of it. */
export function inTurns<T>(work: Generator<void, T>, done: (result: T) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  const go = () => {
    const until = performance.now() + TURN_MS
    do {
      const turn = work.next()
      if (turn.done) {
        timer = null
        done(turn.value)
        return
      }
    } while (performance.now() < until)
    timer = setTimeout(go)
  }
  timer = setTimeout(go)
  return () => {
    if (timer === null) return
    clearTimeout(timer)
    timer = null
    work.return(undefined as never)
  }
}
