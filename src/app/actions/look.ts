/** What only changes the looking: selection, legend, text view, theme, panels. */
import { labels } from '../../words/index.ts'
import { page, type Theme } from '../page/page.ts'
import type { Desk, UserAction } from './action.ts'

const always = () => true
/** Panels of the lab; the home page has none. */
const inLab = ({ page: { where } }: Desk) => where === 'lab'
const THEMES: Theme[] = ['auto', 'light', 'dark']

/** The four kinds of participant in the order in which arrows walk them. */
export function participants({ frame }: Pick<Desk, 'frame'>) {
  return [
    ...frame.nodes.map(({ id }) => ({ kind: 'node' as const, id })),
    ...(frame.monitor ? [{ kind: 'monitor' as const, id: 'monitor' }] : []),
    ...frame.clients.map(({ id }) => ({ kind: 'client' as const, id })),
  ]
}

function walk(desk: Desk, by: number): void {
  const all = participants(desk)
  const { selection } = desk.page
  const here = all.findIndex(({ kind, id }) => kind === selection?.kind && id === selection.id)
  const next = all[here < 0 ? 0 : (here + by + all.length) % all.length]
  if (next) page.select(next)
}

export const lookActions: UserAction[] = [
  {
    id: 'actions-menu',
    group: 'look',
    label: () => labels.actionsMenu,
    keys: ['Enter'],
    applies: (desk) => inLab(desk) && desk.page.selection !== null,
    run: () => page.set({ open: 'actions' }),
  },
  {
    id: 'select-next',
    group: 'look',
    label: () => labels.selectNext,
    keys: ['ArrowRight', 'ArrowDown'],
    applies: always,
    run: (desk) => walk(desk, 1),
  },
  {
    id: 'select-previous',
    group: 'look',
    label: () => labels.selectPrevious,
    keys: ['ArrowLeft', 'ArrowUp'],
    applies: always,
    run: (desk) => walk(desk, -1),
  },
  ...Array.from(
    { length: 9 },
    (_, i): UserAction => ({
      id: `select-${i + 1}`,
      group: 'look',
      label: () => labels.selectNode(i + 1),
      keys: [`${i + 1}`],
      applies: ({ frame }) => frame.nodes[i] !== undefined,
      run: ({ frame }) => {
        const node = frame.nodes[i]
        if (node) page.select({ kind: 'node', id: node.id })
      },
    }),
  ),
  {
    id: 'legend',
    group: 'look',
    label: () => labels.legend,
    keys: ['G'],
    applies: inLab,
    run: ({ page: { legend } }) => page.set({ legend: !legend }),
  },
  {
    id: 'text-view',
    group: 'look',
    label: () => labels.textView,
    keys: ['V'],
    applies: inLab,
    run: ({ page: { text } }) => page.set({ text: !text }),
  },
  {
    id: 'theme',
    group: 'look',
    label: () => labels.cycleTheme,
    keys: ['T'],
    applies: always,
    run: ({ page: { theme } }) => page.setTheme(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto'),
  },
  {
    id: 'fit',
    group: 'look',
    label: () => labels.fit,
    keys: ['0'],
    applies: ({ page: { zoom, moved } }) => zoom !== null || Object.keys(moved).length > 0,
    run: () => page.set({ zoom: null, moved: {} }),
  },
  {
    id: 'full-screen',
    group: 'look',
    label: () => labels.fullScreen,
    keys: ['F'],
    applies: () => document.fullscreenEnabled,
    run: () => {
      const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()
      done.catch(() => {}) // refused by the browser or the embedding page: nothing changes
    },
  },
  { id: 'help', group: 'look', label: () => labels.help, keys: ['?'], applies: always, run: () => page.toggle('help') },
  {
    id: 'leave',
    group: 'look',
    label: () => labels.leave,
    keys: ['Esc'],
    applies: ({ page: { open, selection, notices } }) => open !== null || selection !== null || notices.length > 0,
    run: ({ page: { open, notices } }) => {
      if (open !== null) page.set({ open: null })
      else if (notices.length > 0) page.set({ notices: notices.slice(0, -1) })
      else page.select(null)
    },
  },
]
