import type { MessageFrame } from '../../engine/index.ts'
import { answerTag } from '../../words/index.ts'
import { hue } from '../glyphs/index.ts'
import { box, group, label, type Shape, textWidth } from '../picture/index.ts'
import { wordOf } from './answerWord.ts'
import type { Instant } from './effect.ts'
import { shareAt } from './flight.ts'
import { messageAttributes, messageMarks } from './messageMarks.ts'
import type { Route } from './route.ts'
import { verdictHue } from './verdict.ts'

/** What it shows, and below it what there would be to see. `back`: the way is the request's, ridden from its end. */
export function bothVersions(at: Instant, m: MessageFrame, way: Route, back: boolean): Shape {
  const gone = at.view.reducedMotion ? 0.5 : shareAt(m, at.time)
  const q = way.at(back ? 1 - gone : gone)
  const paint = verdictHue(m.answers!.verdict)
  const lines = [wordOf(m.word), answerTag(m.answers!)]
  const width = Math.max(...lines.map((text) => textWidth(text, { size: 12 }))) + 14
  // Beside a way that goes up or down, on the side where no card is.
  const middle = q.x - Math.abs(q.dy) * (width / 2 - 8)
  const [x, y] = [middle - width / 2, q.y - 18]
  const how = { anchor: 'middle', fill: paint } as const
  return group(
    `${m.kind}-${m.id}`,
    [
      box('plate', x, y, width, 36, hue.canvas, { rx: 6, stroke: paint, 'stroke-width': 2 }),
      label('word', middle, y + 14.5, lines[0]!, { ...how, bold: true, mono: true }),
      label('newest', middle, y + 29, lines[1]!, how),
      ...messageMarks(at, m, Math.max(18, width / 2), q.x, q.y),
    ],
    messageAttributes(m),
  )
}
