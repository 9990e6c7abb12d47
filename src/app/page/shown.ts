/**
 * When the page has shown its first picture: what that does not need comes after it, however slow the machine or the
 * network is.
 */
let say = (): void => {}
const drawn = new Promise<void>((done) => {
  say = done
})

/** A stage has drawn a run; the first one counts. */
export const noticeDrawn = (): void => say()

/** After the next picture; where none is made, as in a tab that nobody looks at, soon. */
const pictured = (): Promise<void> =>
  new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done))
    setTimeout(done, 500)
  })

/**
 * Resolves after the first picture, and never rejects. `first`: the piece that the page consists of; what cannot be fetched is
 * not waited for. `hasStage`: the picture is of a run, and not there before that is drawn, unless the reader goes elsewhere.
 */
export async function shown(first: Promise<unknown>, hasStage: boolean): Promise<void> {
  addEventListener('hashchange', say, { once: true })
  await first.then(
    () => (hasStage ? drawn : undefined),
    () => {},
  )
  await pictured()
}
