/** Every shortcut that exists, read off the registry. */

import { labels, learning, presenting } from '../../words/index.ts'
import { allActions, type UserAction } from '../actions/index.ts'
import { page, usePage } from '../page/page.ts'
import { presenting as presented } from '../present/presenting.ts'
import { Dialog } from './Dialog.tsx'

const GROUPS: [UserAction['group'], string][] = [
  ['time', labels.groups.time],
  ['lesson', learning.group],
  ['present', presenting.group],
  ['faults', labels.groups.faults],
  ['edit', labels.groups.edit],
  ['look', labels.groups.look],
  ['share', labels.groups.share],
]

export function HelpSheet() {
  const shortcuts = usePage((p) => p.shortcuts)
  // Whoever presents looks for those first.
  const groups = presented.isOn()
    ? [...GROUPS].sort(([a], [b]) => Number(b === 'present') - Number(a === 'present'))
    : GROUPS
  return (
    <Dialog title={labels.helpTitle} onClose={() => page.set({ open: null })}>
      <p className="muted mb-3">{shortcuts ? labels.helpOn : labels.helpOff}</p>
      <div className="help-columns">
        {groups.map(([group, title]) => (
          <section key={group} className="mb-4 break-inside-avoid">
            <h3 className="mb-1">{title}</h3>
            <dl>
              {rows(group).map(({ id, keys, text }) => (
                <div key={id} className="flex items-baseline justify-between gap-4 py-[2px]">
                  <dt>{text}</dt>
                  <dd className="flex gap-1 whitespace-nowrap">
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

/** The letters of answers share one row. */
const RANGES: Record<string, string[]> = {
  'lesson-choose-a': ['A', 'D'],
  'hand-a': ['A', 'D'],
  'hand-back-a': ['Shift+A', 'Shift+D'],
}

/** The nine selections share one row. */
function rows(group: UserAction['group']) {
  return allActions()
    .filter(
      ({ group: of, keys, id }) =>
        of === group && keys.length > 0 && !/^(select-[2-9]|(lesson-choose|hand|hand-back)-[bcd])$/.test(id),
    )
    .map(({ id, keys, label }) =>
      id === 'select-1'
        ? { id, keys: ['1', '9'], text: labels.selectNodes }
        : { id, keys: (RANGES[id] ?? keys).map(spelled), text: label() },
    )
}

const spelled = (key: string) => ({ ArrowRight: '→', ArrowDown: '↓', ArrowLeft: '←', ArrowUp: '↑' })[key] ?? key
