/** One write by hand: which row, what is done to it, and with which number. */
import { useState } from 'react'
import { hasRegions, OPERATIONS, rowNames } from '../../../run/index.ts'
import { choiceWord, mastering } from '../../../words/index.ts'
import type { Operation } from '../../actions/masters.ts'
import { useLive, useSlice } from '../../live/useLive.ts'
import { Segments } from '../../parts/Segments.tsx'

/** Rows without a name that are offered beside those with one. */
const NUMBERED = 3
/** These draw their own value. */
const WITHOUT_VALUE: readonly Operation[] = ['delete']

export function WriteByHand({ client }: { client: string }) {
  const live = useLive()
  const rows = useSlice(({ frame, transport }) => rowsOf(rowNames(transport.run.scenario), known(frame))) ?? []
  const ofRegions = useSlice(({ transport }) => hasRegions(transport.run.scenario)) ?? false
  // A global table generates no keys.
  const offered = ofRegions ? OPERATIONS.filter((one) => one !== 'insert') : OPERATIONS
  const [row, setRow] = useState('')
  const [operation, setOperation] = useState<Operation>('put')
  const [value, setValue] = useState('')
  const key = rows.includes(row) ? row : rows[0]
  const number = Number(value)
  const isNumber = value.trim() === '' || (Number.isInteger(number) && Math.abs(number) <= 1_000_000)
  const write = () => {
    if (!isNumber) return
    const given = value.trim() === '' || WITHOUT_VALUE.includes(operation) ? {} : { value: number }
    const where = operation === 'insert' || key === undefined ? {} : { key }
    live.do({ do: 'act', action: { do: 'write', client, operation, ...where, ...given } })
  }
  return (
    <form
      className="by-hand"
      aria-label={mastering.writeByHand}
      data-write-by-hand={client}
      onSubmit={(event) => {
        event.preventDefault()
        write()
      }}
    >
      <h3 className="sub">{mastering.writeByHand}</h3>
      <Segments
        label={mastering.operation}
        options={offered.map((one) => ({ value: one, text: choiceWord('clients.operation', one) }))}
        value={operation}
        onChange={setOperation}
      />
      <div className="fields">
        {operation !== 'insert' && (
          <label>
            <span className="muted">{mastering.row}</span>
            <select className="mono" value={key} onChange={(event) => setRow(event.target.value)}>
              {rows.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </select>
          </label>
        )}
        {!WITHOUT_VALUE.includes(operation) && (
          <label>
            <span className="muted">{mastering.value}</span>
            <input
              className="mono"
              inputMode="numeric"
              autoComplete="off"
              placeholder={mastering.anyValue}
              aria-invalid={!isNumber}
              value={value}
              onChange={(event) => setValue(event.target.value)}
            />
          </label>
        )}
        <button type="submit" className="mini" disabled={!isNumber}>
          {mastering.write}
        </button>
      </div>
    </form>
  )
}

const known = (frame: { multiMaster: { sites: readonly { rows: readonly { key: string }[] }[] } | null }): string[] =>
  frame.multiMaster?.sites.flatMap(({ rows }) => rows.map(({ key }) => key)) ?? []

/** Those with names, those that are there, and a few that could be. */
function rowsOf(named: readonly string[], there: readonly string[]): string[] {
  const numbered = Array.from({ length: NUMBERED }, (_, i) => `k${named.length + i + 1}`)
  return [...new Set([...named, ...there, ...numbered])]
}
