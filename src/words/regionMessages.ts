import type { MessageFrame } from '../engine/index.ts'

/** What regions with strong consistency say to one another: questions about a row, and their answers. */

/** What an answer comes to: a promise, a refusal, or only what is there. */
export function promiseAnswer(word: string): 'yes' | 'no' | 'tells' {
  if (word === 'promised' || word.endsWith(' accepted') || word.endsWith(' joined')) return 'yes'
  return word === 'refused' || word === 'busy' || word.endsWith(' outdone') ? 'no' : 'tells'
}

const rowOf = (word: string): string => word.replace(/\?$/, '').split(' ')[0] ?? ''
const ofWrite = ({ write }: MessageFrame): string => (write > 0 ? ` for write ${write}` : '')

/** Short, as in the text view: "request for a promise of cart for write 3", "refusal for write 3". */
export function promiseMatter(message: MessageFrame): string {
  const { kind, word } = message
  if (kind === 'promise')
    return word.endsWith('?')
      ? `question about the newest ${rowOf(word)}`
      : `request for a promise of ${rowOf(word)}${ofWrite(message)}`
  const answer = promiseAnswer(word)
  return answer === 'tells'
    ? `word of the newest ${rowOf(word)}`
    : `${answer === 'yes' ? 'promise' : 'refusal'}${ofWrite(message)}`
}

/** The same as sentences about what it means. */
export function promiseMeans(message: MessageFrame): string {
  const { kind, word, from } = message
  if (kind === 'promise') {
    if (word.endsWith('?'))
      return `A strong read in ${from} asks whether another region has anything newer in ${rowOf(word)}.`
    if (word.endsWith(' prepare') || word.endsWith(' accept'))
      return `${from} wants to complete what nobody has decided about ${rowOf(word)}, with whoever it can still hear.`
    return `Asks another region to promise ${rowOf(word)}${ofWrite(message)}. One promise is enough: two of three regions then have it.`
  }
  switch (promiseAnswer(word)) {
    case 'yes':
      return `A promise${ofWrite(message)}: with it two of three regions agree, and the client hears OK.`
    case 'no':
      return `No promise${ofWrite(message)}: ${word === 'busy' ? 'the row is being decided' : 'the row is promised to another write, or has a version that this one has not seen'}.`
    case 'tells':
      return `Says which version of ${rowOf(word)} is the newest over there.`
  }
}
