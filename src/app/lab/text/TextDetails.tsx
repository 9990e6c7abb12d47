/** Under each name of the text view: everything that the drawing shows of it. */
import type { Frame } from '../../../engine/index.ts'
import { clientDetails, doVote, linkDetails, monitorDetails, nodeDetails } from '../../../words/index.ts'
import type { Selection } from '../../page/page.ts'

export function TextDetails({ of, frame }: { of: Selection; frame: Frame }) {
  const lines = linesOf(of, frame)
  return (
    <ul className="details">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function linesOf({ kind, id }: Selection, frame: Frame): string[] {
  const node = kind === 'node' && frame.nodes.find((one) => one.id === id)
  if (node) return nodeDetails(node, frame)
  const client = kind === 'client' && frame.clients.find((one) => one.id === id)
  if (client) return clientDetails(client, frame)
  const link = kind === 'link' && frame.links.find((one) => one.id === id)
  if (link) return linkDetails(link, frame)
  const monitor = kind === 'monitor' && frame.monitors.find((one) => one.id === id)
  return monitor ? monitorDetails(monitor, frame, doVote(frame)) : []
}
