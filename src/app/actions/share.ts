/** Taking a run elsewhere: a link to this moment, a file, a picture, its events. */
import { labels, panels } from '../../words/index.ts'
import { exporting, sharing } from '../share/fetched.ts'
import type { UserAction } from './action.ts'

const always = () => true
/** Says by itself when it cannot be fetched. */
const use = (what: (share: Awaited<ReturnType<typeof sharing>>) => unknown) => void sharing().then(what, () => {})
const useExport = (what: (exports: Awaited<ReturnType<typeof exporting>>) => unknown) =>
  void exporting().then(what, () => {})

export const shareActions: UserAction[] = [
  {
    id: 'copy-link',
    group: 'share',
    label: () => labels.copyLink,
    keys: ['S'],
    applies: always,
    run: ({ live, transport }) => use(({ copyLink }) => copyLink(live, transport)),
  },
  {
    id: 'save-file',
    group: 'share',
    label: () => labels.saveFile,
    keys: [],
    applies: always,
    run: ({ transport }) => use(({ saveFile }) => saveFile(transport.run)),
  },
  {
    id: 'save-scenario',
    group: 'share',
    label: () => panels.saveScenario,
    keys: [],
    applies: always,
    run: ({ transport }) => use(({ saveScenario }) => saveScenario(transport.run)),
  },
  {
    id: 'export-svg',
    group: 'share',
    label: () => panels.exportSvg,
    keys: [],
    applies: always,
    run: ({ live }) => useExport(({ exportSvg }) => live.latest && exportSvg(live.latest)),
  },
  {
    id: 'export-png',
    group: 'share',
    label: () => panels.exportPng,
    keys: [],
    applies: always,
    run: ({ live }) => useExport(({ exportPng }) => live.latest && exportPng(live.latest)),
  },
  {
    id: 'export-csv',
    group: 'share',
    label: () => panels.exportCsv,
    keys: [],
    applies: always,
    run: ({ live }) => useExport(({ exportCsv }) => exportCsv(live)),
  },
  {
    id: 'export-shiviz',
    group: 'share',
    label: () => panels.exportShiviz,
    keys: [],
    applies: always,
    run: ({ live }) => useExport(({ exportShiviz }) => exportShiviz(live)),
  },
  {
    id: 'open-file',
    group: 'share',
    label: () => labels.openFile,
    keys: [],
    applies: always,
    run: ({ live }) => use(({ chooseFile }) => chooseFile(live)),
  },
]
