import type { Answer, Command, Question, Update } from '../playback/index.ts'

/** One playback behind a border: the same in this thread and in a Worker. */
export interface Lab {
  /** Carries out a command; its effect arrives as an update. Bad input arrives at `onProblem`, and nothing changes. */
  do(command: Command): void
  /** The page's clock, in milliseconds: call once per animation frame while playing. Never catches up after a sleep. */
  tick(nowMs: number): void
  ask<Q extends Question>(question: Q): Promise<Answer<Q>>
  /** Called after every command and tick that changed something, and once at subscription if there is a state. */
  onUpdate(listener: (update: Update) => void): () => void
  onProblem(listener: (sentence: string) => void): () => void
  /** Fetches whatever parts of the simulation are not here yet, so that nobody waits for them later. */
  fetchAhead(): Promise<void>
  /** The latest update, if any. */
  readonly latest: Update | null
  close(): void
}
