/** What only changes the looking: selection, legend, text view, theme, panels. */
import { kindOfRegions, labels, panels } from '../../words/index.ts'
import { compareStrategies } from '../lab/branches/fetched.ts'
import { THEMES, type Theme } from '../page/look.ts'
import { page } from '../page/page.ts'
import type { Desk, UserAction } from './action.ts'
import { type Arrow, walk } from './walk.ts'

const always = () => true
const isComparing = (live: Desk['live']): boolean => (live.latest?.other ?? null) !== null
/** Panels of the lab; the home page has none. */
const inLab = ({ page: { where } }: Desk) => where === 'lab'
/** What Shift+P goes back to. */
let beforeProjector: Theme = 'auto'

/** One arrow key: it moves the selection along the topology. */
const arrow = (id: string, to: Arrow, key: string, label: () => string): UserAction => ({
  id,
  group: 'look',
  label,
  keys: [key],
  applies: ({ frame, page: { selection } }) => walk(frame, selection, to) !== null,
  run: ({ frame, page: { selection } }) => {
    const next = walk(frame, selection, to)
    if (next) page.select(next)
  },
})

export const lookActions: UserAction[] = [
  {
    id: 'strategies',
    group: 'look',
    label: () => labels.strategies,
    keys: ['B'],
    // A global table is told in words of its own, which a single master would be given, too.
    applies: (desk) =>
      inLab(desk) && desk.frame.nodes.length > 1 && kindOfRegions(desk.frame) === null && !isComparing(desk.live),
    run: ({ live }) => compareStrategies(live),
  },
  {
    id: 'actions-menu',
    group: 'look',
    label: () => labels.actionsMenu,
    keys: ['Enter'],
    applies: ({ page: { where, selection } }) => where !== 'home' && selection !== null,
    run: () => page.set({ open: 'actions' }),
  },
  arrow('select-downstream', 'right', 'ArrowRight', () => panels.selectDownstream),
  arrow('select-upstream', 'left', 'ArrowLeft', () => panels.selectUpstream),
  arrow('select-next', 'down', 'ArrowDown', () => labels.selectNext),
  arrow('select-previous', 'up', 'ArrowUp', () => labels.selectPrevious),
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
    run: ({ page: { legend, room } }) => page.set({ legend: !(legend ?? !room.short) }),
  },
  {
    id: 'lag-chart',
    group: 'look',
    label: () => labels.lagChart,
    keys: ['L'],
    // Among several masters nobody is a slave, so nobody lags.
    applies: (desk) => inLab(desk) && (desk.live.latest?.frame.multiMaster ?? null) === null,
    run: ({ page: { strip, tab, room } }) =>
      room.layout === 'phone'
        ? page.set({ tab: tab === 'lag' ? 'inspect' : 'lag' })
        : page.set({ strip: strip === 'lag' ? 'time' : 'lag' }),
  },
  {
    id: 'text-view',
    group: 'look',
    label: () => labels.textView,
    keys: ['V'],
    applies: ({ page: { where } }) => where !== 'home',
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
    id: 'projector',
    group: 'look',
    label: () => labels.projector,
    keys: ['Shift+P'],
    applies: always,
    run: ({ page: { theme } }) => {
      if (theme === 'projector') return page.setTheme(beforeProjector)
      beforeProjector = theme
      page.setTheme('projector')
    },
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
    applies: ({ page: { open, selection, notices }, live }) =>
      open !== null || selection !== null || notices.length > 0 || isComparing(live),
    run: ({ page: { open, notices }, live }) => {
      if (open !== null) page.set({ open: null })
      else if (isComparing(live)) live.do({ do: 'compare', branch: null })
      else if (notices.length > 0) page.set({ notices: notices.slice(0, -1) })
      else page.select(null)
    },
  },
]
