/**
 * A run that is too long for an address outlives a reload in this tab's own storage, under an address that says so.
 * In a sandboxed frame, or with storage switched off, it does not, and nobody is told that it would.
 */
const NAME = 'replication-lab.run'

export const KEPT_HASH = '#/lab?kept=1'

/** Was it kept? */
export function keepRun(text: string): boolean {
  try {
    sessionStorage.setItem(NAME, text)
    return true
  } catch {
    return false
  }
}

export function keptRun(): string | null {
  try {
    return sessionStorage.getItem(NAME)
  } catch {
    return null
  }
}
