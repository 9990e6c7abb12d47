import { capital, terms } from './terms.ts'

/** What stands on the drawing of a machine besides the names in its definition. */
export const chartWords = {
  atOnce: 'at once',
  anyState: 'any state',
  stays: 'stays',
  press: 'Press to go to the last time.',
  notYet: 'Has not happened yet.',
} as const

/** A name in a machine's definition (`master`, `MASTER_SILENT`, `isMaster`), with the role as it is called here. */
export const machineWord = (name: string): string =>
  // Never within a longer word; capitals may follow, as in `masterIsBack`.
  name.replace(/([Mm]aster|MASTER|[Ss]lave|SLAVE)([sS]?)(?![a-z])/g, (word, role: string, plural: string) => {
    const spoken = terms[`${role.toLowerCase()}${plural.toLowerCase()}` as 'master' | 'slaves']
    if (word === word.toUpperCase()) return spoken.toUpperCase()
    return word[0] === word[0]?.toUpperCase() ? capital(spoken) : spoken
  })
