import type { Action } from '../run/index.ts'
import { settingText } from './settings.ts'
import { terms } from './terms.ts'

/** What somebody did to a run, as the label of a branch and in a list: short, in the past tense, without a full stop. */
export function actionWords(action: Action): string {
  switch (action.do) {
    case 'kill':
      return `${action.node} killed`
    case 'restart':
      return `${action.node} restarted`
    case 'cut':
      return `${pair(action.between)} cut`
    case 'stall':
      return `${pair(action.between)} silenced`
    case 'heal':
      return `${pair(action.between)} healed`
    case 'stop-receiver':
      return `I/O of ${action.node} stopped`
    case 'start-receiver':
      return `I/O of ${action.node} started`
    case 'stop-applier':
      return `SQL of ${action.node} stopped`
    case 'start-applier':
      return `SQL of ${action.node} started`
    case 'lock-rows':
      return `rows of ${action.node} locked`
    case 'unlock-rows':
      return `rows of ${action.node} unlocked`
    case 'promote':
      return `${action.node} promoted by hand`
    case 'switchover':
      return `switchover to ${action.node}`
    case 'cut-data-center':
      return `${terms.dataCenter} ${action.dataCenter} cut off`
    case 'heal-data-center':
      return `${terms.dataCenter} ${action.dataCenter} healed`
    case 'add-slave':
      return `${action.node} added under ${action.upstream}${action.from === undefined ? '' : `, with data of ${action.from}`}`
    case 'purge':
      return `log of ${action.node} purged`
    case 'rebuild':
      return `${action.node} built anew from ${action.from}`
    case 'rejoin':
      return `${action.node} told to rejoin`
    case 'rewind':
      return `${action.node} rewound`
    case 'remove-slave':
      return `${action.node} removed`
    case 'repoint':
      return `${action.node} copies from ${action.upstream}`
    case 'write':
      return written(action)
    case 'remove-master':
      return `${action.node} removed`
    case 'repair':
      return `${action.node} repaired from ${action.from}`
    case 'skip-entry':
      return `an entry from ${action.from} skipped at ${action.node}`
    case 'kill-replica':
      return `replica of ${action.node} in zone ${action.zone} killed`
    case 'restart-replica':
      return `replica of ${action.node} in zone ${action.zone} restarted`
    case 'set-function':
      return 'another function'
    case 'set':
      return settingText({
        path: action.path,
        ...(typeof action.value === 'number' ? { value: action.value } : { reason: action.value }),
      })
  }
}

function written({ client, key, operation, value }: Extract<Action, { do: 'write' }>): string {
  if (key === undefined && operation === undefined) return `one write from ${client}`
  const row = key ?? 'a row'
  const number = value === undefined ? '' : ` ${value}`
  switch (operation ?? 'put') {
    case 'increment':
      return `${client} increments ${row}${number === '' ? '' : ` by${number}`}`
    case 'add':
      return `${client} adds${number === '' ? ' an element' : number} to ${row}`
    case 'insert':
      return `${client} inserts a row`
    case 'delete':
      return `${client} deletes ${row}`
    default:
      return `${client} writes ${row}${number === '' ? '' : ` =${number}`}`
  }
}

const pair = ([a, b]: readonly string[]): string => `${a}–${b}`
