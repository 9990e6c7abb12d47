/** The stage in words: the same frame as tables, for whoever reads better than looks. */

import type { LinkFrame } from '../../engine/index.ts'
import {
  clientSentence,
  counterRows,
  describeLink,
  describeNode,
  labels,
  lostRows,
  monitorName,
  monitorSentence,
  nodeRow,
} from '../../words/index.ts'
import { useSlice } from '../live/useLive.ts'

export function TextView() {
  const frame = useSlice(({ frame }) => frame)
  if (!frame) return null
  const links = frame.links.filter(matters)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className="textview" data-text-view="" tabIndex={0} aria-label={labels.textView}>
      <h3>{labels.nodes}</h3>
      <table>
        <thead>
          <tr>
            {labels.nodeColumns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {frame.nodes.map((node) => (
            <tr key={node.id}>
              {nodeRow(node, frame).map((value, i) => (
                <td key={labels.nodeColumns[i]} className={i === 0 ? 'mono font-bold' : ''}>
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul>
        {frame.nodes.map((node) => (
          <li key={node.id}>{describeNode(node, frame)}</li>
        ))}
      </ul>
      {links.length > 0 && (
        <>
          <h3>{labels.links}</h3>
          <ul>
            {links.map((link) => (
              <li key={link.id}>{describeLink(link, frame)}</li>
            ))}
          </ul>
        </>
      )}
      <h3>{labels.clients}</h3>
      <ul>
        {frame.clients.map((client) => (
          <li key={client.id}>
            <b className="mono">{client.id}</b> {clientSentence(client, frame)}
          </li>
        ))}
      </ul>
      {frame.monitor && (
        <>
          <h3>{monitorName}</h3>
          <p>{monitorSentence(frame.monitor)}</p>
        </>
      )}
      <h3>{labels.writes}</h3>
      <p>
        {counterRows(frame.counters)
          .map(({ name, value }) => `${name} ${value}`)
          .join(', ')}
      </p>
      <ul>
        {lostRows(frame).map((row) => (
          <li key={row}>{row}</li>
        ))}
      </ul>
    </section>
  )
}

/** Links that carry something or are broken; the rest are pairs that could talk and don't. */
const matters = ({ kind, connected, state }: LinkFrame): boolean => state !== 'up' || (connected && kind !== 'probe')
