import type { Frame } from '../engine/index.ts'
import { lostHeading } from './lost.ts'
import { roleWord } from './nodes.ts'
import { list, moment } from './numbers.ts'
import { packs } from './packs.ts'
import { speakOf, spokenOf } from './terms.ts'

/** The whole stage in one sentence: its accessible name. */
export function stageSentence(frame: Frame): string {
  const nodes = frame.nodes.map((node) => `${node.id} is ${roleWord(node)}`)
  const lost = frame.lost.length > 0 ? `; ${lostHeading(frame.lost.length)}` : ''
  return [
    `At ${moment(frame.time)}: ${list(nodes)}${lost}.`,
    ...(frame.multiMaster ? packs.masters.mastersTwin(frame) : []),
  ].join(' ')
}

/** What is said of a frame beside the one that the page speaks of: of a twin, whose entries may have no letters. */
export function saidOf(frame: Frame, say: () => string): string {
  const before = spokenOf()
  speakOf(frame)
  const said = say()
  if (before !== null) speakOf(before)
  return said
}
