/**
 * The vocabulary: what the roles are called. No other file of the product spells them out, so that another
 * vocabulary (primary and replica, source and replica) can take this one's place as a whole.
 */
export interface Vocabulary {
  master: string
  masters: string
  slave: string
  slaves: string
}

export const terms: Vocabulary = { master: 'master', masters: 'masters', slave: 'slave', slaves: 'slaves' }

/** A text that was written with the words master and slave (a scenario's, a field's), in the present vocabulary. */
export const inTerms = (text: string): string =>
  text.replace(/\b(master|slave)(s?)\b/gi, (word, role: string, plural: string) => {
    const key = `${role.toLowerCase()}${plural}` as keyof Vocabulary
    return word[0] === role[0]?.toUpperCase() ? capital(terms[key]) : terms[key]
  })

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
