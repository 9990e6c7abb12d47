import type { Frame, NodeFrame } from '../engine/index.ts'
import { count, decimal, exactMs, moment, span } from './numbers.ts'
import { settingValue } from './settings.ts'
import { terms } from './terms.ts'

/** What a closed section of the rail says, so that it need not be opened to be read. */

/** "1 master, 2 slaves"; nodes that are down still belong to it, but a dead master is none beside a living one. */
export function topologySum(nodes: readonly NodeFrame[]): string {
  const named = nodes.filter(({ role }) => role === 'master')
  const alive = named.filter(({ process }) => process === 'up')
  const masters = (alive.length > 0 ? alive : named).length
  const rest = nodes.length - masters
  return `${count(masters, terms.master, terms.masters)}, ${count(rest, terms.slave, terms.slaves)}`
}

export function workloadSum({ clients, settings }: Frame): string {
  const [only] = clients
  if (only === undefined) return 'no clients'
  if (clients.length > 1) return count(clients.length, 'client')
  const path = only.kind === 'stream' ? `clients.${only.id}.ratePerSecond` : `clients.${only.id}.thinkMs`
  const value = settings[path]
  if (value === undefined) return count(clients.length, 'client')
  if (value === 0) return 'by hand'
  return only.kind === 'stream' ? settingValue(path, value) : `pause ${settingValue(path, value)}`
}

export function linksSum({ links, settings }: Frame): string {
  const broken = links.filter(({ state }) => state !== 'up')
  if (broken.length > 0) return `${broken.length} ${broken.every(({ state }) => state === 'cut') ? 'cut' : 'broken'}`
  const ways = links.filter(({ kind }) => kind === 'replication').map(({ oneWayUs }) => oneWayUs)
  const [least, most] = [Math.min(...ways), Math.max(...ways)]
  if (ways.length === 0) return settingValue('network.oneWayMs', settings['network.oneWayMs'] ?? 0)
  return least === most ? exactMs(least) : `${decimal(least / 1000, 1)} to ${decimal(most / 1000, 1)} ms`
}

export function modeSum({ mode }: Frame): string {
  if (mode.kind === 'async') return 'async'
  if (mode.gate === 'fallen-back') return 'fallen back'
  if (mode.gate === 'blocked') return `${mode.kind}, blocked`
  return `${mode.kind}, ${count(mode.needed, 'ack')}`
}

/** Under the mode's controls: what the gate does beyond what is set; '' when it works as set. */
export function gateSentence({ mode, time }: Frame): string {
  const { gate, needed, waiting, waitingSince, since } = mode
  if (gate === 'fallen-back') return `Waited ${exactMs(mode.timeoutUs)} at ${moment(since)}, then went on as async.`
  if (gate === 'blocked')
    return `Cannot say OK since ${moment(since)}: it takes ${count(needed, 'acknowledgement')}, and too few ${terms.slaves} are connected.`
  if (waiting === 0 || waitingSince === null) return ''
  return `${count(waiting, 'commit')} ${waiting === 1 ? 'waits' : 'wait'} for ${count(needed, 'acknowledgement')}, ${span(time - waitingSince)} so far.`
}

/** What an entry takes; beside it, threads that somebody stopped on a node that is up: a dead host has none. */
export function threadsSum({ nodes, settings }: Frame): string {
  const stopped = nodes
    .filter(({ process }) => process === 'up')
    .flatMap(({ receiver, applier }) => [
      receiver.state === 'stopped' && receiver.reason === 'asked',
      applier.state === 'stopped',
    ])
    .filter(Boolean)
  if (stopped.length > 0) return `${count(stopped.length, 'thread')} stopped`
  const costs = nodes.map(({ id }) => Number(settings[`nodes.${id}.applyMs`] ?? settings['costs.applyMs'] ?? 0))
  const [least, most] = [Math.min(...costs), Math.max(...costs)]
  return least === most ? `${decimal(least, 3)} ms` : `${decimal(least, 3)} to ${decimal(most, 3)} ms`
}

export function failoverSum({ monitor, settings }: Frame): string {
  if (monitor === null) return 'no monitor'
  const misses = Number(settings['failover.misses'] ?? 0)
  const every = Number(settings['failover.probeEveryMs'] ?? 0)
  return `${misses} × ${span(every * 1000)}`
}
