/**
 * The last writes with their vectors, a column for each master: what each writer had seen. Of two of them, once that is no
 * longer asked, also what their vectors say of each other. Everything is read off the run.
 */
import type { Frame, VersionFrame } from '../../../engine/index.ts'
import {
  conflictWords,
  counterIn,
  entryTag,
  originLetter,
  originsOf,
  versionValue,
  writesVerdict,
} from '../../../words/index.ts'
import { useAnswer } from '../../live/useAnswer.ts'
import { useSlice } from '../../live/useLive.ts'
import { ToldText } from './ToldText.tsx'
import { VersionCell } from './VersionCell.tsx'

/** So many writes stand there at most. */
const MOST = 6

interface Props {
  /** Entries by name ("db1:2"); empty: none are compared. */
  pair: readonly string[]
  /** Is what their vectors say still to be found out? */
  asked: boolean
}

export function WriteVectors({ pair, asked }: Props) {
  const frame = useSlice(({ frame }) => frame)
  const writes = useAnswer({ ask: 'versions', most: MOST })
  if (!frame?.multiMaster || writes === null || writes.length === 0) return null
  const origins = originsOf(frame)
  const compared = pair.flatMap((name) => writes.find((one) => nameOf(one) === name) ?? [])
  const [a, b] = compared
  return (
    <section className="write-vectors" data-write-vectors={writes.length} aria-label={conflictWords.writes}>
      <table>
        <thead>
          <tr>
            <th scope="col">{conflictWords.write}</th>
            <th scope="col">{conflictWords.by}</th>
            <th scope="col">{conflictWords.value}</th>
            {origins.map((origin) => (
              <th key={origin} scope="col" className="mono" title={conflictWords.seenOf(origin)}>
                {originLetter(origin, frame)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {writes.map((one) => (
            <Line key={nameOf(one)} of={one} origins={origins} frame={frame} chosen={compared.includes(one)} />
          ))}
        </tbody>
      </table>
      {a && b && !asked && <Verdict a={a} b={b} frame={frame} />}
    </section>
  )
}

const nameOf = ({ origin, sequence }: VersionFrame): string => `${origin}:${sequence}`

function Line(props: { of: VersionFrame; origins: readonly string[]; frame: Frame; chosen: boolean }) {
  const { of, origins, frame, chosen } = props
  return (
    <tr data-write={nameOf(of)} className={chosen ? 'chosen' : ''}>
      <th scope="row">
        <VersionCell version={of} fate="" frame={frame} />
        <b>{entryTag(of, frame)}</b>
      </th>
      <td>{of.client}</td>
      <td className="mono">{versionValue(of)}</td>
      {origins.map((origin) => (
        <td key={origin} className={origin === of.origin ? 'mono own' : 'mono'}>
          {counterIn(of.vector, origin)}
        </td>
      ))}
    </tr>
  )
}

function Verdict({ a, b, frame }: { a: VersionFrame; b: VersionFrame; frame: Frame }) {
  const { title, why } = writesVerdict(a, b, frame)
  return (
    <p data-vectors-say="">
      <b>{title}.</b> <ToldText told={why} frame={frame} />
    </p>
  )
}
