/** What is said of links, files, pictures and events that leave the lab. */
export const sharing = {
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
  embed: 'Embed …',
  embedHint: 'This run at this moment as a figure for an article.',
  exportFailed: 'The picture could not be made in this browser.',
  exportCut: (n: string) => `The file holds the last ${n} events; older ones are left out.`,
  restored: 'This run is too long for an address; it was kept in this tab and is shown again.',
  keptInTab: 'This run is too long for an address. This tab keeps it over a reload; save the file to keep it for good.',
  notKept: 'This run is too long for an address: a reload opens the empty lab. Save the file to keep it.',
} as const
