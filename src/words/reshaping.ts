import { terms } from './terms.ts'

/** What actions are called that change who copies from whom, and how. */
export const reshaping = {
  addSlave: (upstream?: string) =>
    `Add a ${terms.slave} under ${upstream ?? `the selected node, or the ${terms.master}`}`,
  seedSlave: (donor?: string) =>
    `Add a ${terms.slave} with a copy of ${donor ?? `the selected node, or the ${terms.master}`}`,
  rebuild: (donor?: string) =>
    donor ? `Build anew from ${donor}` : `Choose from whose data the selected ${terms.slave} is built anew`,
  rejoin: (_id?: string) => 'Rejoin as it is',
  rewind: (_id?: string) => 'Rewind, then follow',
  removeSlave: (id?: string) => `Remove ${id ?? `the selected ${terms.slave}`}`,
  repoint: (upstream?: string) =>
    upstream ? `Copy from ${upstream}` : `Choose whom the selected ${terms.slave} copies from`,
  mode: (word?: string) => (word ? `Replication mode: ${word}` : 'Next replication mode'),
} as const
