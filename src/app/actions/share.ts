/** Taking a run elsewhere: a link to this moment, or a file. */
import { labels } from '../../words/index.ts'
import { sharing } from '../share/fetched.ts'
import type { UserAction } from './action.ts'

const always = () => true
/** Says by itself when it cannot be fetched. */
const use = (what: (share: Awaited<ReturnType<typeof sharing>>) => unknown) => void sharing().then(what, () => {})

export const shareActions: UserAction[] = [
  {
    id: 'copy-link',
    group: 'share',
    label: () => labels.copyLink,
    keys: ['S'],
    applies: always,
    run: ({ transport }) => use(({ copyLink }) => copyLink(transport)),
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
    id: 'open-file',
    group: 'share',
    label: () => labels.openFile,
    keys: [],
    applies: always,
    run: ({ live }) => use(({ chooseFile }) => chooseFile(live)),
  },
]
