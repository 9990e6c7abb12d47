/**
 * The addresses of the app, all after the hash so that it works from any folder and from a file:
 * `#/` home, `#/lab` the empty lab, `#/lab?preset=id` (at its own moment, or at `&t=MICROSECONDS`), and
 * `#/lab?s=RUN&t=MICROSECONDS` a run at a moment; `#/lab?kept=1` one that is too long for that. `#/learn/id` is a
 * walkthrough where one was, `#/learn/id/4` its fourth step; `#/present/id/4` shows it to a room, and `#/presenter/id` is
 * the second window of whoever does that; `#/choose?places=3` helps to choose, by needs;
 * `#/notes/id` is a walkthrough on paper. `#/embed-builder?preset=id` makes a figure for an article.
 */
export type Route =
  | { page: 'home' }
  /** With the reader's needs, which the page reads itself. */
  | { page: 'choose' }
  /** With what the figure is asked for, which the page reads itself. */
  | { page: 'build' }
  /** Of a walkthrough, which the page reads itself. */
  | { page: 'notes' }
  | { page: 'lab'; open: 'empty' }
  | { page: 'lab'; open: 'preset'; preset: string }
  /** A run in the address itself, to be read by whoever knows links. */
  | { page: 'lab'; open: 'link' }
  /** A run too long for an address, kept by the tab. */
  | { page: 'lab'; open: 'kept' }
  | { page: 'lab'; open: 'nothing' }
  /** A walkthrough, at a step (from 1), or where one was: null. */
  | { page: 'learn'; lesson: string; step: number | null; as: Reader }

export type LessonRoute = Extract<Route, { page: 'learn' }>
/** Who it is for: a learner, a room, or whoever presents it to one. */
type Reader = 'learn' | 'present' | 'presenter'

export function routeOf(hash: string): Route {
  const path = hash
    .replace(/^#?\/?/, '')
    .replace(/\?.*$/s, '')
    .replace(/\/$/, '')
  if (path === '') return { page: 'home' }
  const [, as, lesson, step] = /^(learn|present|presenter)\/([a-z][a-z0-9-]{0,59})(?:\/(\d{1,2}))?$/.exec(path) ?? []
  if (lesson !== undefined)
    return { page: 'learn', lesson, step: step === undefined ? null : Number(step), as: as as Reader }
  if (path === 'choose') return { page: 'choose' }
  if (/^notes\/[a-z][a-z0-9-]{0,59}$/.test(path)) return { page: 'notes' }
  if (path === 'embed-builder') return { page: 'build' }
  if (path !== 'lab') return { page: 'lab', open: 'nothing' }
  if (/[?&]s=/.test(hash)) return { page: 'lab', open: 'link' }
  if (/[?&]kept=1/.test(hash)) return { page: 'lab', open: 'kept' }
  const preset = /[?&]preset=([^&]*)/.exec(hash)?.[1]
  return preset === undefined ? { page: 'lab', open: 'empty' } : { page: 'lab', open: 'preset', preset }
}
