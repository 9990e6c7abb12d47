/** What the kernel does for the machine of the agreement, and what that sees. */
import { type Acts, nodeOf } from '../../kernel/acts/act.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Sense } from '../../kernel/sense.ts'
import type { Said } from '../../machines/agreement.ts'
import { rowName } from '../../multiMaster/naming.ts'
import type { Node } from '../../world/index.ts'
import { isAlone } from './alone.ts'
import { stateOf } from './book.ts'
import { hear } from './hear.ts'
import { heardOn } from './heardOn.ts'
import { isolate, rejoin, resume } from './lines.ts'
import { messageIn } from './parcel.ts'
import { patienceUs } from './patience.ts'
import { say, writeOf } from './post.ts'
import { votesOn } from './regionState.ts'
import { review } from './review.ts'
import { othersOf, type Step } from './row.ts'
import { settle } from './settle.ts'
import { answerOther, hearShown } from './strong.ts'
import { wakeQueue } from './writing.ts'

export const agreeing: Acts = {
  hear(kernel, part, said: Said) {
    const { world, now } = kernel
    const node = nodeOf(kernel, part)
    const state = stateOf(world, node)
    const { from, key } = said
    state.hears = state.hears.map((heard, region) => heard || region === from)
    state.heardAt = state.heardAt.map((at, region) => (region === from ? now : at))
    if (said.what === 'read') answerOther(kernel, node, said)
    else if (said.what === 'shown') hearShown(kernel, node, said)
    else {
      const step = hear(votesOn(state, key), node.number, from, messageIn(said))
      if (said.what === 'ask') noteAnswer(kernel, node, said, step)
      settle(kernel, node, key, step, from, said.top)
    }
  },

  say(kernel, part, said: Said) {
    say(kernel, nodeOf(kernel, part), said)
  },

  next(kernel, part, { key }: { key: number }) {
    wakeQueue(kernel, nodeOf(kernel, part), key)
  },

  resume: (kernel, part) => resume(kernel, nodeOf(kernel, part)),
  isolate: (kernel, part) => isolate(kernel, nodeOf(kernel, part)),
  rejoin: (kernel, part) => rejoin(kernel, nodeOf(kernel, part)),
  review: (kernel, part) => review(kernel, nodeOf(kernel, part)),
}

function noteAnswer(kernel: Kernel, node: Node, said: Said, { say: answers }: Step): void {
  const { world } = kernel
  const message = answers[0]?.message
  const args = { peer: world.nodes[said.from]!.id, key: rowName(world, said.key), write: writeOf(world, said) }
  if (message?.type === 'answer' && message.answer === 'promised') kernel.fact(node.id, 'promise-given', args)
  else kernel.fact(node.id, 'promise-refused', { ...args, reason: message?.type === 'known' ? 'newer' : 'promised' })
}

export const agreementSense: Sense = (kernel, part, event) => {
  const { now, cause, world } = kernel
  const node = world.nodes[part.place]!
  const state = stateOf(world, node)
  const { giveUpUs } = world.settings.regions!
  const due = [
    ...[...state.open, ...state.promised].map((one) => one.triedAt + patienceUs(giveUpUs, part.place, one.tries)),
    ...[...state.queue, ...state.reads].map((one) => one.since + giveUpUs),
  ]
  // Whatever is over now is tried again now.
  const dueUs = Math.min(giveUpUs, ...due.map((at) => (at > now ? at - now : giveUpUs)))
  const alone = isAlone(state, part.place)
  const heard = alone && othersOf(part.place).some((region) => heardOn(node, region) > state.isolatedSince)
  return { ...event, now, cause, alone, heard, waits: due.length > 0, dueUs, giveUpUs } as typeof event
}
