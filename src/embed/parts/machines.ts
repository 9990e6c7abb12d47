/** What the threads of every node are doing, in words. */
import { labels, threadSentence } from '../../words/index.ts'
import type { Figure } from '../figure.ts'
import { lines, type Panel, section } from './panel.ts'

export function machines(_: Figure): Panel {
  const { element, content } = section(labels.machine)
  return {
    element,
    show({ frame }) {
      const told = frame.nodes.map(
        (node) =>
          `${node.id}: I/O ${threadSentence(node, 'receiver', frame)}; SQL ${threadSentence(node, 'applier', frame)}`,
      )
      lines(content, told)
    },
  }
}
