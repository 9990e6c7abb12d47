/** What the panels beside the stage are called: causes, branches, the text view, the log's filters, exports. */
import { count } from './numbers.ts'
import { terms } from './terms.ts'

export const panels = {
  notices: 'Notices',
  // why
  whyTitle: (about: string) => `Why? ${about}`,
  closeWhy: 'Close the causes',
  causes: 'Causes, first cause first',
  asking: 'Looking for the cause.',
  /** What a "Why?" is about: unique among all that can be asked on one page. */
  about: {
    role: (id: string, word: string) => `${id} is ${word}`,
    lag: (id: string) => `the lag of ${id}`,
    receiver: (id: string) => `I/O of ${id}`,
    applier: (id: string) => `SQL of ${id}`,
    extra: (id: string) => `entries left behind on ${id}`,
    onlyHere: (id: string) => `entries only on ${id}`,
    link: (a: string, b: string, word: string) => `${a}–${b} is ${word}`,
    gate: (word: string) => `commits: ${word}`,
    answer: (id: string, word: string) => `${id} heard ${word}`,
    phantom: (id: string) => `phantom read of ${id}`,
    monitor: (id: string) => (id === 'monitor' ? 'the monitor' : id),
    missed: (id: string, by: string) => (by === 'monitor' ? `probes of ${id}` : `probes of ${id} by ${by}`),
    choice: (id: string, by: string) => (by === 'monitor' ? `choice of ${id}` : `choice of ${id} by ${by}`),
    lost: 'lost writes',
    discarded: 'discarded writes',
    atRisk: 'writes at risk',
    phantoms: 'phantom reads',
    stale: 'stale reads',
    ownMissing: 'own writes missing',
    wentBack: 'reads that went back in time',
    read: (id: string, word: string) => `last read of ${id}: ${word}`,
    failedRead: (id: string) => `${id} got no answer to a read`,
    target: (id: string, to: string) => `${id} uses ${to}`,
  },
  // branches
  branches: 'Branches',
  branchesButton: (present: string, first: boolean, others: number) => {
    if (others === 0) return present
    return `${present}, ${first ? count(others, 'fork') : count(others, 'other branch', 'other branches')}`
  },
  // compare
  // text view
  shownNodes: 'Nodes',
  shownLinks: 'Links',
  others: 'Clients and monitors',
  monitors: 'Monitors',
  showMonitor: (id: string, does: string) => `${id}: ${does}`,
  underWay: 'On the way',
  nothingUnderWay: 'Nothing is on the way.',
  andMore: (n: number) => `and ${n} more`,
  gate: 'Commit gate',
  lost: 'Lost writes',
  dataCenters: 'Data centres',
  outages: 'Outages',
  topologyKeys:
    'Arrow right and left go down and up the topology, arrow down and up to neighbours, then to clients, the monitor and links.',
  selectUpstream: 'Select upstream',
  selectDownstream: 'Select downstream',
  // log
  whichEvents: 'Which events',
  allEvents: 'all events',
  noEvents: 'Nothing of that kind has happened so far.',
  get logKinds() {
    return {
      milestones: 'milestones',
      clients: 'clients',
      commits: `commits on the ${terms.master}`,
      replication: 'replication',
      topology: 'topology',
      faults: 'faults and changes',
      failover: 'failover',
      conflicts: 'conflicts',
    }
  },
  // the inspector
  // share
  share: 'Share',
  shareHint: 'Share: link, files, picture, events',
  saveScenario: 'Save scenario',
  exportSvg: 'Save picture as SVG',
  exportPng: 'Save picture as PNG',
  exportCsv: 'Save events as CSV',
  exportShiviz: 'Save events for ShiViz',
  keptNoMore: 'This tab has no run to show again.',
} as const
