/** Taking a run elsewhere: a link to this moment, or a file. */
import { labels } from '../labels.ts'
import { copyLink } from '../share/copyLink.ts'
import { chooseFile, saveFile } from '../share/files.ts'
import type { UserAction } from './action.ts'

const always = () => true

export const shareActions: UserAction[] = [
  {
    id: 'copy-link',
    group: 'share',
    label: () => labels.copyLink,
    keys: ['S'],
    applies: always,
    run: ({ transport }) => void copyLink(transport),
  },
  {
    id: 'save-file',
    group: 'share',
    label: () => labels.saveFile,
    keys: [],
    applies: always,
    run: ({ transport }) => saveFile(transport.run),
  },
  {
    id: 'open-file',
    group: 'share',
    label: () => labels.openFile,
    keys: [],
    applies: always,
    run: ({ live }) => chooseFile(live),
  },
]
