/**
 * The entry of the figure for articles: `/embed/v1/?theme=dark#s=RUN&t=MICROSECONDS`. The smallest page around stage
 * and playback: no React, no store, no address of its own. The contract that hosts may rely on is EMBED's `rlab/1`;
 * here is its first part, what an iframe without any script on the host's side shows.
 */
import { figure } from './figure.ts'
import { look } from './look.ts'
import { shownAt } from './shown.ts'

const main = document.querySelector('main')!
let close = (): void => {}

/** How often the address was read: an answer to an older one is not shown. */
let read = 0

/** Also at a change of the hash: an author who edits the address sees the other run. */
async function open(): Promise<void> {
  const turn = ++read
  const shown = await shownAt(location)
  if (turn !== read) return
  close()
  if ('problem' in shown) {
    const sentence = document.createElement('p')
    sentence.className = 'problem'
    sentence.setAttribute('role', 'alert')
    sentence.textContent = shown.problem
    main.replaceChildren(sentence)
    close = () => {}
  } else close = figure(main, shown)
}

look(location)
void open()
addEventListener('hashchange', () => void open())
