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
    monitor: 'the monitor',
    missed: (id: string) => `probes of ${id}`,
    choice: (id: string) => `choice of ${id}`,
    lost: 'lost writes',
    atRisk: 'writes at risk',
    phantoms: 'phantom reads',
    target: (id: string, to: string) => `${id} uses ${to}`,
  },
  // branches
  branches: 'Branches',
  branchesButton: (present: string, first: boolean, others: number) => {
    if (others === 0) return present
    return `${present}, ${first ? count(others, 'fork') : count(others, 'other branch', 'other branches')}`
  },
  branchesHint:
    'Acting in the past starts a branch; the old one stays here. At most eight are kept: then the oldest without a name of yours goes.',
  openBranch: (name: string) => `Open ${name}`,
  renameBranch: (name: string) => `Rename ${name}`,
  dropBranch: (name: string) => `Drop ${name}`,
  compareWith: (name: string) => `Compare with ${name}`,
  compare: 'Compare',
  drop: 'Drop',
  rename: 'Rename',
  branchName: 'Name of the branch',
  present: 'shown now',
  parted: (from: string, time: string) => `parted from ${from} at ${time} s`,
  fromStart: 'from the start',
  playedTo: (time: string) => `played to ${time} s`,
  // compare
  comparison: 'Comparison',
  comparing: (here: string, there: string) => `${here} beside ${there}, on one clock`,
  endCompare: 'End the comparison',
  whichBranch: 'Branch on the stage',
  countersBeside: 'Counters of both branches',
  // text view
  shownNodes: 'Nodes',
  shownLinks: 'Links',
  others: 'Clients and monitor',
  underWay: 'On the way',
  nothingUnderWay: 'Nothing is on the way.',
  andMore: (n: number) => `and ${n} more`,
  gate: 'Commit gate',
  lost: 'Lost writes',
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
    }
  },
  // the inspector
  data: 'Data',
  dataColumns: ['key', 'value', 'entry', 'written on'],
  noData: 'No rows yet.',
  newerOn: (id: string, value: number) => `${id} has ${value}`,
  log: 'Log',
  gateNow: (gate: string) =>
    gate === 'fallen-back'
      ? 'It has stopped waiting for acknowledgements.'
      : gate === 'blocked'
        ? 'It waits for more acknowledgements than can come.'
        : 'It holds back an answer until the acknowledgements are there.',
  extra: (from: number) => `From #${from} on its log holds what the newest epoch began without.`,
  clockHint: 'Its time stamps are wrong by that, and so is the lag that is reckoned from them.',
  pickCell: 'Point at an entry, or walk with the arrows, to read its story.',
  lag: 'Lag',
  arrived: 'It has left the stage: it arrived, or it was lost.',
  sentBy: 'What sent it',
  sentByItself: 'Nothing in the run made it go: it is its sender’s own rhythm.',
  backToSent: 'Go to when it was sent',
  itsLink: 'Its link',
  underWayHere: 'On the way here',
  notYet: 'What it causes is not foretold.',
  // share
  share: 'Share',
  shareHint: 'Share: link, files, picture, events',
  shareHints: {
    'copy-link': 'The run and this moment, as an address.',
    'save-file': 'Scenario, seed and everything done to it, as JSON.',
    'save-scenario': 'The set-up alone, without seed and without what was done, as JSON.',
    'open-file': 'A scenario or a saved run, from JSON.',
    'export-svg': 'The stage as it stands, as a drawing that stays sharp.',
    'export-png': 'The same as an image, twice as large as on the screen.',
    'export-csv': 'Every event played so far on this branch, one a row.',
    'export-shiviz': 'The same with vector clocks, for space-time diagrams in ShiViz.',
  },
  saveScenario: 'Save scenario',
  exportSvg: 'Save picture as SVG',
  exportPng: 'Save picture as PNG',
  exportCsv: 'Save events as CSV',
  exportShiviz: 'Save events for ShiViz',
  exportFailed: 'The picture could not be made in this browser.',
  exportCut: (n: string) => `The file holds the last ${n} events; older ones are left out.`,
  restored: 'This run is too long for an address; it was kept in this tab and is shown again.',
  notKept: 'This run is too long for an address: a reload opens the empty lab. Save the file to keep it.',
  keptNoMore: 'This tab has no run to show again.',
  keptInTab: 'This run is too long for an address. This tab keeps it over a reload; save the file to keep it for good.',
} as const
