/** What an address or a host may wish of a figure: each a file, each done to a figure that is there. */
export { wearAccent } from './accent.ts'
export { arrive, find } from './arrive.ts'
export { between } from './between.ts'
export { controlled } from './controlled.ts'
export { focus } from './focus.ts'
export { keyed } from './keyed.ts'

export { startsSeen } from './startsSeen.ts'
export { show } from './show.ts'
export { still } from './still.ts'
