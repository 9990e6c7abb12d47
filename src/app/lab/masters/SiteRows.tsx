/** The rows as they stand on this master, with all versions of each: several are siblings. */
import type { Frame, RowFrame, SiteFrame, VersionFrame } from '../../../engine/index.ts'
import { conflictWords, entryTag, rowVector, vectorsOf, versionValue } from '../../../words/index.ts'
import { ScrollTable } from '../../parts/ScrollTable.tsx'
import { Swatch } from './Swatch.tsx'
import { Vector } from './Vector.tsx'

export function SiteRows({ site, frame }: { site: SiteFrame; frame: Frame }) {
  return (
    <div className="mb-4" data-rows={site.node}>
      <h3 className="sub">{conflictWords.rows}</h3>
      {site.rows.length === 0 ? (
        <p className="muted">{conflictWords.noRows}</p>
      ) : (
        <ScrollTable
          label={conflictWords.rows}
          columns={site.region ? conflictWords.rowColumns.slice(0, 3) : conflictWords.rowColumns}
        >
          {site.rows.map((row) => (
            <Row key={row.key} row={row} frame={frame} plain={site.region !== null} />
          ))}
        </ScrollTable>
      )}
    </div>
  )
}

/** `plain`: nobody there keeps what writers had seen. */
function Row({ row, frame, plain }: { row: RowFrame; frame: Frame; plain: boolean }) {
  const { versions } = row
  return versions.map((one, i) => (
    <tr key={`${one.origin} ${one.sequence}`} data-key={row.key} title={conflictWords.since(row.since)}>
      {i === 0 && (
        <th scope="rowgroup" rowSpan={versions.length} className="key">
          {row.key}
        </th>
      )}
      <td className={one.value === null ? 'text-stale' : ''}>{versionValue(one)}</td>
      <td>
        <Writer of={one} frame={frame} />
      </td>
      {i === 0 && !plain && (
        <td rowSpan={versions.length}>
          <Vector vector={rowVector(row, frame)} origins={vectorsOf(versions, frame)} frame={frame} />
        </td>
      )}
    </tr>
  ))
}

/** The entry that wrote it, or those that a function made it from. */
function Writer({ of, frame }: { of: VersionFrame; frame: Frame }) {
  const names = of.mergedFrom.length > 0 ? of.mergedFrom : [of]
  return names.map((one) => (
    <span key={`${one.origin} ${one.sequence}`} className="writer">
      <Swatch origin={one.origin} frame={frame} /> {entryTag(one, frame)}
    </span>
  ))
}
