/**
 * A walkthrough as "Show me" plays it, from its first step to its last: whoever only wants to know what comes of it (notes
 * on paper) asks no learner. Its deck carries out at once whatever takes time.
 */
import { createGuide, type Deck } from './guide.ts'
import { stepOf } from './player.ts'
import type { Happening, Playing } from './playing.ts'
import type { Walkthrough } from './walkthrough.ts'

/**
 * Past the last step: `correct` and `tolds` are what the engine says. `hear` is waited for at each open gate. Fails with one
 * sentence where something cannot be carried out or a gate does not open.
 */
export async function shownThrough(
  lesson: Walkthrough,
  deck: Deck,
  hear: (state: Playing) => void | Promise<void>,
): Promise<Playing> {
  let problem: string | null = null
  const guide = createGuide(
    deck,
    lesson,
    () => {},
    (sentence) => {
      problem ??= sentence
    },
  )
  const happen = async (happening: Happening): Promise<Playing['phase']> => {
    guide.happen(happening)
    await guide.settled()
    if (problem !== null) throw new Error(problem)
    return guide.state.phase
  }
  try {
    for (let phase = await happen({ is: 'open' }); phase !== 'done'; phase = await happen({ is: 'next' })) {
      // First what is asked, then what a learner would do.
      for (let times = 0; times < 2 && guide.state.phase !== 'open'; times++) await happen({ is: 'show-me' })
      if (guide.state.phase !== 'open') throw new Error(`The gate of step ${stepOf(guide.state).id} does not open.`)
      await hear(guide.state)
    }
    return guide.state
  } finally {
    guide.close()
  }
}
