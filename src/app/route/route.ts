/**
 * The addresses of the app, all after the hash so that it works from any folder and from a file:
 * `#/` home, `#/lab` the empty lab, `#/lab?preset=id`, and `#/lab?s=RUN&t=MICROSECONDS` a run at a moment.
 */
import { parseLink, type Run } from '../../run/index.ts'

export type Route =
  | { page: 'home' }
  | { page: 'lab'; open: 'empty' }
  | { page: 'lab'; open: 'preset'; preset: string }
  | { page: 'lab'; open: 'run'; run: Run; t: number }
  /** Nothing that can be opened: the sentence says why. */
  | { page: 'lab'; open: 'nothing'; problem: string }

export function routeOf(hash: string, unknownAddress: string): Route {
  const path = hash
    .replace(/^#?\/?/, '')
    .replace(/\?.*$/s, '')
    .replace(/\/$/, '')
  if (path === '') return { page: 'home' }
  if (path !== 'lab') return { page: 'lab', open: 'nothing', problem: unknownAddress }
  const link = parseLink(hash)
  if (link !== null)
    return 'problem' in link
      ? { page: 'lab', open: 'nothing', problem: link.problem }
      : { page: 'lab', open: 'run', run: link.run, t: link.t }
  const preset = /[?&]preset=([^&]*)/.exec(hash)?.[1]
  return preset === undefined ? { page: 'lab', open: 'empty' } : { page: 'lab', open: 'preset', preset }
}
