/** What an address asks for besides a run and its moment: read, checked, and done to the figure. */
import { addressWords, speak } from '../../words/index.ts'
import type { Figure } from '../figure.ts'
import type { Address } from '../page.ts'
import { wearTheme } from '../theme.ts'
import {
  arrive,
  between,
  controlled,
  find,
  focus,
  keyed,
  show,
  startsSeen,
  still,
  wearAccent,
} from '../wishes/index.ts'
import type { Asked } from './parameters.ts'
import { readAddress } from './readAddress.ts'

/** Those of a run, of which a walkthrough brings its own. */
const OF_RUN = ['scenario', 's', 'seed', 'at', 'until', 'loop', 'focus'] as const

export async function addressOf(location: { search: string; hash: string }): Promise<Address> {
  const { asked, given, warnings } = readAddress(location)
  wearTheme(asked.theme)
  speak(asked.terms)
  const { lang, dir, accent, at, s, scenario, seed, walkthrough } = asked
  Object.assign(document.documentElement, { lang, dir: dir === 'auto' ? '' : dir })
  if (!wearAccent(accent) && accent !== null) warnings.push(addressWords.pale(accent))
  const t = at === null ? null : 'us' in at ? at.us : 0
  const lesson = walkthrough === null ? null : await lessonOf(walkthrough, asked, warnings)
  if (lesson) for (const name of OF_RUN) if (given.has(name)) warnings.push(addressWords.ofLesson(name))
  const { id, origin, lock, play, motion } = asked
  return {
    wanted: { s, scenario, t, seed },
    shown: lesson?.asked.shown,
    ...{ id, origin, lock, warnings },
    apply: (figure) => {
      apply(figure, asked)
      if (!lesson) void arriveAsked(figure, asked, warnings)
      else lesson.begin(figure, lesson.asked, { lock, atOnce: play === 'none' || motion === 'none', touched: false })
    },
    agreed: (figure) => {
      if (play === 'visible' && !lesson) startsSeen(figure)
    },
  }
}

/** The walkthrough, and what begins it; null = there is none, and why is told. */
async function lessonOf(id: string, { step, steps }: Asked, warnings: string[]) {
  try {
    const { lessonAsked, begin } = await import('../lesson/index.ts')
    const asked = await lessonAsked(id, step, steps, (sentence) => warnings.push(sentence))
    if (asked) return { asked, begin }
    warnings.push(addressWords.lessonless(id))
  } catch {
    warnings.push(addressWords.unfetched(id))
  }
  return null
}

/** All in one go, so that the first picture is the one that was asked for; what counts moments takes its time. */
function apply(figure: Figure, asked: Asked): void {
  const { lab } = figure
  if (asked.speed !== 1) lab.do({ do: 'speed', speed: asked.speed })
  if (asked.pace === 'steady') lab.do({ do: 'auto-pace', on: false })
  controlled(figure, asked.controls)
  still(figure, asked.motion)
  if (asked.play === 'none') figure.bar.mayPlay(false)
  figure.voice.level = asked.announce
  keyed(figure, asked.keys, (key) => figure.main.dispatchEvent(new CustomEvent('slide-key', { detail: key })))
  void show(figure, asked.show)
}

async function arriveAsked(figure: Figure, { at, until, loop, focus: ids }: Asked, warnings: string[]): Promise<void> {
  const { svg, lab } = figure
  if (at !== null && !('us' in at) && !(await arrive(figure, at)))
    warnings.push(addressWords.notThere('milestone' in at ? `m${at.milestone}` : `e${at.event}`))
  const stop = lab.onUpdate(({ frame }) => {
    if (ids.length > 0) for (const id of focus(figure, ids)) if (frame) warnings.push(addressWords.nobody(id))
    queueMicrotask(() => stop())
  })
  if (until === null) return
  const from = lab.latest?.transport.time ?? figure.shown.t
  svg.style.visibility = 'hidden'
  const { t } = await find(figure, until)
  lab.do({ do: 'seek', t: from })
  svg.style.visibility = ''
  between(figure, from, t, loop)
}
