/** Clients that read, and what is wrong about what they are shown (rules R1 to R21, DOMAIN 2.6). */
import { client } from '../kernel/acts/client.ts'
import { breakReads, reading } from '../kernel/acts/reading.ts'
import { serving } from '../kernel/acts/serving.ts'
import { gap } from '../kernel/gap.ts'
import { reader } from '../machines/reader.ts'
import { readStream } from '../machines/readStream.ts'
import { readWrite } from '../machines/readWrite.ts'
import { phantomReads } from '../measures/phantoms.ts'
import type { Pack, Senses } from './pack.ts'

const senses: Senses = {
  reader(kernel, part, { type, ok, reason, key, entry, upTo, epoch, lack }) {
    const gapUs = type === 'REPLY' ? gap(kernel, part) : 0
    const { now, cause } = kernel
    return { type, now, cause, ok, reason, key, entry, upTo, epoch, lack, gapUs }
  },

  // Luck is drawn by the timetable alone: no answer may shift it.
  readStream(kernel, part, { type, ok, reason, key, entry, upTo, epoch, lack }) {
    const { now, cause } = kernel
    const drawn = type.startsWith('xstate.after') && type.includes('.timetable.')
    const gapUs = drawn ? gap(kernel, part) : kernel.world.settings.clients[part.place]!.gapUs
    return { type, now, cause, ok, reason, key, entry, upTo, epoch, lack, gapUs }
  },

  readWrite(kernel, part, { type, ok, reason, key, entry, upTo, epoch, lack, gapUs: drawn }) {
    const gapUs = type === 'REPLY' ? gap(kernel, part) : (drawn ?? 0)
    const { now, cause } = kernel
    return { type, now, cause, ok, reason, key, entry, upTo, epoch, lack, gapUs }
  },
}

export const reads: Pack = {
  name: 'reads',
  machines: { reader, readStream, readWrite },
  acts: { session: serving, reader: reading, readStream: reading, readWrite: { ...client, ...reading } },
  senses,
  calls: { breakReads, phantoms: (world) => phantomReads(world).length },
}
