import type { PartFrame } from '../frame/index.ts'
import type { Part } from '../world/index.ts'

/** The machines of a participant, for the inspector's charts: those that are there now. */
export function partFrames(parts: readonly Part[]): PartFrame[] {
  const frames: PartFrame[] = []
  for (const part of parts) if (part.attached) frames.push(partFrame(part))
  return frames
}

function partFrame({ id, machine, program, config, since, fired, last }: Part): PartFrame {
  const times: Record<string, number> = {}
  for (let number = 0; number < fired.length; number++)
    if (fired[number]! >= 0) times[program.transitionIds[number]!] = fired[number]!
  const active = program.active(config).slice()
  return { id, machine, active, since, fired: times, last: last < 0 ? '' : program.transitionIds[last]! }
}
