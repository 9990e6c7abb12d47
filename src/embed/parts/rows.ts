/** The rows of every node's data, those changed last. */
import { inspecting } from '../../words/index.ts'
import type { Figure } from '../figure.ts'
import { lines, type Panel, section } from './panel.ts'

const MOST = 4

export function data({ lab }: Figure): Panel {
  const { element, content } = section(inspecting.data)
  let asked = -1
  return {
    element,
    show({ frame, transport }) {
      if (transport.event === asked) return
      asked = transport.event
      const here = asked
      const answers = frame.nodes.map(({ id: node }) => lab.ask({ ask: 'rows', node, most: MOST }))
      void Promise.all(answers).then((all) => {
        if (asked !== here) return
        lines(
          content,
          all.map(
            (rows, i) =>
              `${frame.nodes[i]!.id}: ${rows.map((row) => `${row.key} = ${row.text ?? row.value}`).join(', ')}`,
          ),
        )
      })
    },
  }
}
