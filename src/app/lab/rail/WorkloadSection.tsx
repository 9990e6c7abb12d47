/** What the clients do: how they come, how often, and to which rows. */

import type { ClientFrame } from '../../../engine/index.ts'
import { clientSum, labels, rail, workloadSum } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { ActionButton } from '../../parts/Button.tsx'
import { Fold, Section } from '../Section.tsx'
import { SettingRow } from '../SettingRow.tsx'
import { Rest } from './Rest.tsx'

export function WorkloadSection() {
  const clients = useSlice(({ frame }) => frame.clients.map(({ id }) => id)) ?? []
  const sum = useSlice(({ frame }) => workloadSum(frame)) ?? ''
  return (
    <Section id="workload" title={labels.workload} sum={sum}>
      {clients.map((id) => (
        <Client key={id} id={id} only={clients.length === 1} />
      ))}
      {clients.length === 0 && <p className="muted">{labels.noClients}</p>}
    </Section>
  )
}

type Kind = ClientFrame['kind']
type Route = ClientFrame['route']

/** What each kind of client has, most important first: those before the fold. */
const OFTEN: Record<Kind, string[]> = {
  'closed-loop': ['thinkMs', 'keys', 'hotPercent'],
  stream: ['ratePerSecond', 'keys', 'hotPercent'],
  reader: ['thinkMs', 'readsPerSecond', 'keys', 'hotPercent'],
  'read-write': ['thinkMs', 'readsPerWrite', 'keys', 'hotPercent'],
}
const RARELY: Record<Kind, string[]> = {
  'closed-loop': ['spacing', 'entriesPerWrite', 'timeoutMs', 'retryMs'],
  stream: ['spacing', 'entriesPerWrite', 'connections', 'timeoutMs', 'retryMs'],
  reader: ['spacing', 'timeoutMs', 'retryMs'],
  'read-write': ['spacing', 'entriesPerWrite', 'timeoutMs', 'retryMs'],
}
/** Several masters: what a write does, and what it knows. */
const OF_SEVERAL = ['operation', 'context']
/** What a route has to be told besides. */
const OF_ROUTE: Partial<Record<Route, string>> = {
  'leader-after-write': 'routeWindowMs',
  'wait-for-position': 'positionTimeoutMs',
}

function Client({ id, only }: { id: string; only: boolean }) {
  const at = useSlice(({ frame }) => {
    const client = frame.clients.find((one) => one.id === id)
    const several = frame.multiMaster !== null
    return client ? { kind: client.kind, route: client.route, several, sum: clientSum(frame, id) } : null
  })
  if (!at) return null
  const path = (name: string) => `clients.${id}.${name}`
  const reads = at.kind === 'reader' || at.kind === 'read-write'
  const more = OF_ROUTE[at.route]
  const target = { kind: 'client' as const, id }
  return (
    <Fold
      id={`workload/${id}`}
      title={<b className="mono">{id}</b>}
      name={id}
      sum={at.sum}
      initially={only}
      beside={
        <ActionButton
          action="write"
          target={target}
          className="mini"
          label={at.kind === 'reader' ? rail.readOnce : labels.writeOnce}
          hide
        />
      }
    >
      <SettingRow path={path('kind')} />
      {reads && !at.several && <SettingRow path={path('route')} />}
      {reads && !at.several && more && <SettingRow path={path(more)} />}
      {at.several && at.kind !== 'reader' && OF_SEVERAL.map((name) => <SettingRow key={name} path={path(name)} />)}
      {OFTEN[at.kind].map((name) => (
        <SettingRow key={name} path={path(name)} />
      ))}
      <Rest
        id={`workload/${id}/more`}
        paths={RARELY[at.kind].filter((name) => !(at.several && name === 'entriesPerWrite')).map(path)}
      />
    </Fold>
  )
}
