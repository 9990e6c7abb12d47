import type { NodeFrame } from '../engine/index.ts'
import { exactMs, span } from './numbers.ts'

/**
 * Where the number that a database reports about its lag misleads, told for the state at hand (DOMAIN 2.2). '' where
 * the number can be believed.
 */
export function lagTrap({ lag, receiver, applier, clockOffsetUs, delayUs, process }: NodeFrame): string {
  if (lag === null || process !== 'up') return ''
  const { reported, trueUs, entriesToReceive, entriesToApply } = lag
  if (receiver.state === 'copying')
    return 'It reports NULL while its data are copied: it has none yet that could be late.'
  if (reported === null) {
    const thread = applier.state === 'stopped' || applier.state === 'failed' ? 'SQL thread' : 'I/O thread'
    return `It reports NULL because its ${thread} does not run. NULL is not zero: it says nothing about the ${span(trueUs)} that it is really behind.`
  }
  if (applier.state === 'delaying' && reported > 0)
    return `It reports ${reported} s, and holds every entry for ${span(delayUs)} on purpose: so much of it is no lag.`
  if (applier.state === 'blocked' && reported > 0)
    return `It reports ${reported} s: the age of the one entry that its SQL thread waits inside, however many are behind it.`
  if (reported === 0 && entriesToReceive > 0 && entriesToApply === 0)
    return `It reports 0 s and is ${span(trueUs)} behind: the number counts from what it has received, and ${entriesToReceive} ${entriesToReceive === 1 ? 'entry has' : 'entries have'} not arrived.`
  if (receiver.state === 'streaming' && entriesToReceive > 0 && reported * 1_000_000 + 1_000_000 < trueUs)
    return `It reports ${reported} s of ${span(trueUs)}: what has not arrived does not count.`
  if (clockOffsetUs !== 0 && Math.abs(reported * 1_000_000 - trueUs) >= 1_000_000)
    return `Its clock is ${exactMs(Math.abs(clockOffsetUs))} ${clockOffsetUs > 0 ? 'ahead of' : 'behind'} true time, and the number is a difference of two clocks.`
  if (reported === 0 && trueUs > 0) return 'It counts whole seconds, so anything under one second reads 0.'
  return ''
}
