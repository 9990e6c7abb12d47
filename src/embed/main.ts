/**
 * The entry of the figure for articles, `rlab/1`: `/embed/v1/?theme=dark#s=RUN&t=MICROSECONDS`. The smallest page around
 * stage and playback: no React, no store. What its address asks for besides a run, and what a host's messages ask for,
 * comes in pieces of their own.
 */
import { type Figure, figure } from './figure.ts'
import { greeted } from './greeted.ts'
import { keepPlace } from './keepPlace.ts'
import type { Address, Page } from './page.ts'
import { plain } from './plain.ts'
import { shownOf } from './shown.ts'
import { tellSize } from './tellSize.ts'
import { wearTheme } from './theme.ts'

const main = document.querySelector('main')!
let address = plain(location)
let now: Figure | null = null
let problem = ''
const listeners: (() => void)[] = []

/** How often the address was read: an answer to an older one is not shown. */
let read = 0

/** Also at a change of the hash: an author who edits the address sees the other run. */
async function open(): Promise<void> {
  const turn = ++read
  const asks: Address = plain(location) ?? (await (await import('./address/index.ts')).addressOf(location))
  let shown = asks.shown ?? (await shownOf(asks.wanted))
  if ('problem' in shown && asks.wanted.s === null) shown = await (await import('./instead.ts')).instead(asks)
  if (turn !== read) return
  now?.close()
  address = asks
  now = null
  problem = 'problem' in shown ? shown.problem : ''
  if ('problem' in shown) {
    const sentence = document.createElement('p')
    sentence.className = 'problem'
    sentence.setAttribute('role', 'alert')
    sentence.textContent = problem
    main.replaceChildren(sentence)
  } else {
    now = figure(main, shown)
    address.apply(now)
    keepPlace(now)
  }
  for (const listener of listeners) listener()
}

const page: Page = {
  main,
  get address() {
    return address!
  },
  get figure() {
    return now
  },
  get problem() {
    return problem
  },
  on(listener) {
    listeners.push(listener)
    if (now || problem) listener()
  },
}

wearTheme('auto')
greeted(page)
tellSize(page)
void open()
addEventListener('hashchange', () => void open())
