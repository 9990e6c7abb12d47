/**
 * What the page is doing: what is open, what is selected, how it looks. Never anything of a run; that stays
 * behind the Lab. How it looks outlives a visit where storage is allowed.
 */
import { create } from 'zustand'
import type { Lesson } from './lesson.ts'
import { keepLook, keptLook, type Look, prepare, type Theme } from './look.ts'
import { type Room, roomOf } from './room.ts'

export type { Theme } from './look.ts'
export interface Selection {
  kind: 'node' | 'client' | 'link' | 'monitor' | 'message' | 'conflict'
  /** Of a message or a conflict its number, in digits. */
  id: string
}
export interface Notice {
  id: number
  kind: 'problem' | 'news'
  text: string
  /** A text to copy by hand, where the clipboard is closed. */
  copy?: string
  /** Something to do about it: the id of a user action. */
  action?: string
  /** It is about a passing moment, and passes. */
  brief?: boolean
  /** What it is about: of several about one thing the newest stands. */
  about?: string
}
/** At most one of these is open. */
export type Panel =
  | 'help'
  | 'settings'
  | 'scenarios'
  | 'clock'
  | 'actions'
  | 'branches'
  | 'share'
  | 'controls'
  | 'inspect'
export type Tab = 'inspect' | 'controls' | 'log' | 'lag'

export interface Page extends Look {
  where: 'home' | 'lab' | 'learn' | 'choose' | 'build' | 'notes'
  /** The walkthrough on the page; null: there is none. */
  lesson: Lesson | null
  /** The step of a walkthrough that one left for the lab: there one returns to it. */
  left: { id: string; step: number } | null
  /** The newest sentence for screen readers that nobody sees. */
  said: { text: string } | null
  room: Room
  open: Panel | null
  selection: Selection | null
  /** Several masters: what the inspector shows while nothing is selected; null = the newest conflict once there is one. */
  unselected: 'conflict' | 'run' | null
  /** What the keyboard's focus is on, for the ring on the stage. */
  focus: Selection | null
  /** null: where there is room. */
  legend: boolean | null
  text: boolean
  tab: Tab
  tall: boolean
  /** What stands below the stage. */
  strip: 'time' | 'lag'
  /** The instant that somebody points at, on whatever shows time; null = none. */
  hover: number | null
  /** The alert that was looked at last. */
  alert: number | null
  /** Whose lag is shown; '' = that of the selection, or of the first slave. */
  lagOf: string
  sections: Record<string, boolean>
  /** A participant whose rows the event log shows; '' = all. */
  logOf: string
  /** A group of events that the log shows; '' = all. */
  logKind: string
  /** The machine shown in the inspector; '' = the role. */
  machine: string
  /** Cards moved by hand, by node id, in units of the stage. */
  moved: Record<string, { x: number; y: number }>
  /** The camera, on top of "everything fits", which is null. */
  zoom: { k: number; x: number; y: number } | null
  notices: Notice[]
}

const look = keptLook()

export const usePage = create<Page>(() => ({
  ...look,
  where: 'home',
  lesson: null,
  left: null,
  said: null,
  room: roomOf(windowSize(), look),
  open: null,
  selection: null,
  unselected: null,
  focus: null,
  legend: null,
  text: false,
  tab: 'inspect',
  tall: false,
  strip: 'time',
  hover: null,
  alert: null,
  lagOf: '',
  sections: { replication: true, failover: true },
  logOf: '',
  logKind: '',
  machine: '',
  moved: {},
  zoom: null,
  notices: [],
}))

export const page = {
  get: usePage.getState,
  set: usePage.setState,
  toggle(panel: Panel): void {
    usePage.setState((p) => ({ open: p.open === panel ? null : panel }))
  },
  select(selection: Selection | null): void {
    usePage.setState({ selection, machine: '' })
  },
  /** A choice of the reader's: remembered. */
  setLook(change: Partial<Look>): void {
    keepLook(change)
    page.wear(change)
  },
  /** The same without remembering: what an address says. */
  wear(change: Partial<Look>): void {
    prepare(change)
    usePage.setState((p) => ({ ...change, room: roomOf(windowSize(), { ...p, ...change }) }))
  },
  setTheme(theme: Theme): void {
    page.setLook({ theme })
  },
  /** The window has another size. */
  measure(): void {
    usePage.setState((p) => ({ room: roomOf(windowSize(), p) }))
  },
}

let notices = 0
/** Wall milliseconds that a passing notice stays; the others stay until dismissed. */
const BRIEF_MS = 6000

/** Shows one sentence. It takes the place of the same one and of one about the same thing; three stand at most. */
export function notify(text: string, extra: Partial<Omit<Notice, 'id' | 'text'>> = {}): void {
  notices += 1
  const notice: Notice = { id: notices, kind: 'problem', text, ...extra }
  const isOver = (n: Notice) => n.text === text || (n.about !== undefined && n.about === notice.about)
  usePage.setState((p) => ({ notices: [...p.notices.filter((n) => !isOver(n)), notice].slice(-3) }))
  if (notice.brief ?? (notice.kind === 'news' && notice.copy === undefined))
    setTimeout(() => dismiss(notice.id), BRIEF_MS)
}
export function dismiss(id: number): void {
  usePage.setState((p) => ({ notices: p.notices.filter((n) => n.id !== id) }))
}

function windowSize(): { width: number; height: number } {
  return { width: innerWidth, height: innerHeight }
}
