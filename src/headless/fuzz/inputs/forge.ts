/** A link as somebody's own program makes it: with a right checksum around whatever it holds. */
import { deflateRawSync } from 'node:zlib'
import type { Dice } from '../draw/index.ts'

/** `model`: what stands before the dot. */
export function forgeLink(model: string, json: string, dice: Dice): string {
  const bytes = Buffer.from(json)
  const packed = deflateRawSync(bytes)
  if (dice.oneIn(8)) packed[dice.below(packed.length)]! ^= 1 << dice.below(8)
  const length = dice.oneIn(8) ? dice.below(2 ** 24) : bytes.length
  const body = Buffer.concat([Buffer.from([(length >> 16) & 255, (length >> 8) & 255, length & 255]), packed])
  let hash = 0x811c9dc5
  for (const byte of body) hash = Math.imul(hash ^ byte, 0x01000193)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(hash >>> 0)
  return `${model}.${Buffer.concat([sum, body]).toString('base64url')}`
}
