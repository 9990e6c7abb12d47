/** What the clock of every node shows against the run's own. */
import { clockWords, figureWords } from '../../words/index.ts'
import type { Figure } from '../figure.ts'
import { lines, type Panel, section } from './panel.ts'

export function clocks(_: Figure): Panel {
  const { element, content } = section(figureWords.clocks)
  return {
    element,
    show: ({ frame }) =>
      lines(
        content,
        frame.nodes.map(
          ({ id, clockOffsetUs }) =>
            `${id}: ${clockOffsetUs === 0 ? figureWords.clockRight : clockWords(clockOffsetUs)}`,
        ),
      ),
  }
}
