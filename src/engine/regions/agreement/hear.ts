/** A region hears something about a row: it learns what is decided, then does what is asked of it. */
import { answer, hearAnswer } from './ask.ts'
import { accept, hearAccepted, hearJoined, hearOutdone, join } from './press.ts'
import { knownOf, learn, type Message, type RowVotes, type Step, stay } from './row.ts'

/** What calls for an answer. */
const REQUESTS: readonly Message['type'][] = ['ask', 'prepare', 'accept']

export function hear(row: RowVotes, me: number, from: number, message: Message): Step {
  const learned = learn(row, message.knows)
  const step =
    message.slot === learned.row.height + 1 ? about(learned.row, me, from, message) : late(learned.row, from, message)
  return { ...step, own: learned.own ?? step.own }
}

/** About a slot that is decided: all there is to say is what is known. */
function late(row: RowVotes, from: number, { type, slot }: Message): Step {
  if (!REQUESTS.includes(type)) return stay(row)
  return { ...stay(row), say: [{ to: from, message: { type: 'known', slot, knows: knownOf(row) } }] }
}

function about(row: RowVotes, me: number, from: number, message: Message): Step {
  switch (message.type) {
    case 'ask':
      return answer(row, from, message.write, message.withdraws)
    case 'answer':
      return hearAnswer(row, me, from, message.write, message.answer)
    case 'prepare':
      return join(row, from, message.ballot)
    case 'joined':
      return hearJoined(row, me, from, message.ballot, message.vote)
    case 'accept':
      return accept(row, from, message.ballot, message.write)
    case 'accepted':
      return hearAccepted(row, me, message.ballot)
    case 'outdone':
      return hearOutdone(row, message.ballot)
    case 'known':
      return stay(row)
  }
}
