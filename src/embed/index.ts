/** What other pages may know of a figure: its address, how high it is, how one talks to it, and what one pastes. */
export { contrast, standsOut } from './address/accent.ts'
export type { Kind } from './address/kinds.ts'
export { ALIASES, isName, NAMES, type Name, PARAMETERS } from './address/parameters.ts'
export { LONGEST } from './address/readAddress.ts'
export { spelled } from './address/spelled.ts'
export { heightOf } from './element/height.ts'
export { type Host, hostOf } from './element/host.ts'
export * from './snippets/snippets.ts'
