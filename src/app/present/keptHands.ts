/**
 * What the tab that presents keeps over a reload: the hands of the class, and when presenting began. It ends with the tab.
 * Where storage is closed, a reload begins anew.
 */
import { type Hands, isHands } from './hands.ts'

interface Kept {
  lesson: string
  hands: Readonly<Record<string, Hands>>
  /** Wall milliseconds since 1970. */
  since: number
}

const NAME = 'replication-lab.presented'

export function keepHands(kept: Kept): void {
  try {
    sessionStorage.setItem(NAME, JSON.stringify(kept))
  } catch {
    // Blocked or full: it lasts as long as the page.
  }
}

/** Null: nothing of this walkthrough is kept. */
export function keptHands(lesson: string): Kept | null {
  try {
    return keptIn(JSON.parse(sessionStorage.getItem(NAME) ?? 'null'), lesson)
  } catch {
    return null
  }
}

/** Null: it says nothing that could be meant. */
export function keptIn(given: unknown, lesson: string): Kept | null {
  if (typeof given !== 'object' || given === null) return null
  const { lesson: of, hands, since } = given as Record<string, unknown>
  if (of !== lesson || typeof since !== 'number' || !Number.isFinite(since)) return null
  if (typeof hands !== 'object' || hands === null || !Object.values(hands).every(isHands)) return null
  return { lesson, since, hands: hands as Kept['hands'] }
}
