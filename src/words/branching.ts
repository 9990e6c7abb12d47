/** What the panel of branches and the comparison are called. */
export const branching = {
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
  comparison: 'Comparison',
  comparing: (here: string, there: string) => `${here} beside ${there}, on one clock`,
  endCompare: 'End the comparison',
  whichBranch: 'Branch on the stage',
  countersBeside: 'Counters of both branches',
} as const
