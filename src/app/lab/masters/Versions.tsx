/** The two versions, column beside column; the larger time of a row is bold. */
import type { ReactNode } from 'react'
import type { ConflictFrame, Frame, VersionFrame } from '../../../engine/index.ts'
import {
  clockFace,
  conflictWords,
  fateWord,
  hybridFace,
  pairOf,
  placesFor,
  vectorsOf,
  versionValue,
  writerWords,
} from '../../../words/index.ts'
import { Vector } from './Vector.tsx'
import { VersionCell } from './VersionCell.tsx'

export function Versions({ conflict, frame }: { conflict: ConflictFrame; frame: Frame }) {
  const pair = pairOf(conflict, frame)
  const [a, b] = pair
  const places = placesFor([a.wallUs, b.wallUs], [a.bornAt, b.bornAt])
  const origins = vectorsOf(pair, frame)
  const rows: [name: string, of: (one: VersionFrame, other: VersionFrame) => ReactNode][] = [
    [conflictWords.value, (one) => <Value of={one} gone={fateWord(conflict, one) === 'discarded'} />],
    [conflictWords.by, writerWords],
    [conflictWords.clockSays, (one, other) => larger(one.wallUs > other.wallUs, clockFace(one.wallUs, places))],
    [conflictWords.reallyAt, (one, other) => larger(one.bornAt > other.bornAt, clockFace(one.bornAt, places))],
    [
      conflictWords.hybrid,
      (one, other) => {
        const [mine, its] = [one.hybrid, other.hybrid]
        const isLater = mine.us > its.us || (mine.us === its.us && mine.count > its.count)
        return larger(isLater, hybridFace(mine, places))
      },
    ],
    [conflictWords.vector, (one) => <Vector vector={one.vector} origins={origins} frame={frame} own={one.origin} />],
  ]
  return (
    <table className="vs" aria-label={conflictWords.compared}>
      <thead>
        <tr>
          <td />
          {pair.map((one) => (
            <Head key={`${one.origin} ${one.sequence}`} of={one} fate={fateWord(conflict, one)} frame={frame} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, of]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{of(a, b)}</td>
            <td>{of(b, a)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Head({ of, fate, frame }: { of: VersionFrame; fate: string; frame: Frame }) {
  return (
    <th scope="col" data-fate={fate}>
      <VersionCell version={of} fate={fate} frame={frame} />
      <span className={fate === 'discarded' ? 'cf' : ''}>{fate}</span>
    </th>
  )
}

function Value({ of, gone }: { of: VersionFrame; gone: boolean }) {
  const text = versionValue(of)
  const size = text.length > 8 ? '' : 'big'
  return gone ? <s className={size}>{text}</s> : <b className={size}>{text}</b>
}

const larger = (is: boolean, text: string): ReactNode => (is ? <b>{text}</b> : text)
