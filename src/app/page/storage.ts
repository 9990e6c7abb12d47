/**
 * The browser's storage, which may be blocked (a sandboxed frame throws on the very name). Then nothing is
 * remembered, and everything else works.
 */
const PREFIX = 'replication-lab.'

export function kept(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name)
  } catch {
    return null
  }
}

/** Was it kept? */
export function keep(name: string, value: string): boolean {
  try {
    localStorage.setItem(PREFIX + name, value)
    return true
  } catch {
    // Blocked or full: the choice lasts as long as the page.
    return false
  }
}
