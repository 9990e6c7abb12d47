/** What is wrong with a run, and when. */
export interface Finding {
  /** Of a checker, or of the way in which the run was played. */
  name: string
  /** Microseconds of database time. */
  at: number
  text: string
  /** All checkers that had been broken when it was found. */
  broken: readonly string[]
}

export const finding = (name: string, at: number, text: string, broken: readonly string[] = [name]): Finding => ({
  name,
  at,
  text,
  broken,
})
