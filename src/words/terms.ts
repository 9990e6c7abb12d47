import type { Frame } from '../engine/index.ts'
import { TEST_VOCABULARIES } from './testVocabularies.ts'

/**
 * The vocabulary: what the roles are called. No other file of the product spells them out in what it shows, so that
 * one vocabulary takes another's place as a whole, while the page is open. Identifiers of the schema (in saved files,
 * in links, in columns of an export) are no words: they stay `master` and `slave` whatever is spoken.
 */
export interface Vocabulary {
  master: string
  masters: string
  slave: string
  slaves: string
  /** The column in which the database reports its lag. */
  lagColumn: string
}

const VOCABULARIES = {
  'master-slave': {
    master: 'master',
    masters: 'masters',
    slave: 'slave',
    slaves: 'slaves',
    lagColumn: 'Seconds_Behind_Master',
  },
  'primary-replica': {
    master: 'primary',
    masters: 'primaries',
    slave: 'replica',
    slaves: 'replicas',
    lagColumn: 'Seconds_Behind_Source',
  },
  /** MySQL's own words from 8.0.26 on. */
  'source-replica': {
    master: 'source',
    masters: 'sources',
    slave: 'replica',
    slaves: 'replicas',
    lagColumn: 'Seconds_Behind_Source',
  },
  ...TEST_VOCABULARIES,
} as const satisfies Record<string, Vocabulary>

export type Terms = keyof typeof VOCABULARIES
/** The vocabularies that a reader may choose, the first one by default. */
export const TERMS = ['master-slave', 'primary-replica', 'source-replica'] as const satisfies readonly Terms[]

/** The vocabulary in use. Sentences read it when they are made; whoever keeps one makes it again after a switch. */
export const terms: Vocabulary & { single: string; dataCenter: string } = {
  ...VOCABULARIES['master-slave'],
  single: VOCABULARIES['master-slave'].master,
  dataCenter: 'data centre',
}

let spoken: Terms = 'master-slave'
let ofRegions = false
let about: Pick<Frame, 'multiMaster' | 'nodes'> | null = null
const REGIONS = { master: 'region', masters: 'regions', dataCenter: 'region' }

export function speak(vocabulary: Terms): void {
  spoken = vocabulary
  const single = VOCABULARIES[spoken].master
  Object.assign(terms, VOCABULARIES[spoken], { single }, ofRegions ? REGIONS : { dataCenter: 'data centre' })
}

/**
 * Where every node is a region it is called so, in every vocabulary, and among several masters an entry has the name that
 * the stage gives it. To be told of each frame before anything is said of it.
 */
export function speakOf(frame: Pick<Frame, 'multiMaster' | 'nodes'>): void {
  about = frame
  const regions = (frame.multiMaster?.sites[0]?.region ?? null) !== null
  if (regions === ofRegions) return
  ofRegions = regions
  speak(spoken)
}

/** What is spoken of: facts say who and which number, and their names are in the frame. Null: nobody has said. */
export const spokenOf = (): Pick<Frame, 'multiMaster' | 'nodes'> | null => about

/** How a vocabulary is offered: "source, replica". The one place where another than the present one is spelled out. */
export const vocabularyName = (vocabulary: Terms): string =>
  `${VOCABULARIES[vocabulary].master}, ${VOCABULARIES[vocabulary].slave}`

/** The name of a vocabulary from outside; null = there is no such one. */
export const termsOf = (name: string | null): Terms | null =>
  name !== null && Object.hasOwn(VOCABULARIES, name) ? (name as Terms) : null

/** A text that was written with the words master and slave (a scenario's, a field's), in the present vocabulary. */
export const inTerms = (text: string): string =>
  text.replace(/\b(master|slave)(s?)\b/gi, (word, role: string, plural: string) => {
    const spoken = terms[`${role.toLowerCase()}${plural.toLowerCase()}` as keyof Vocabulary]
    if (word.length > 1 && word === word.toUpperCase()) return spoken.toUpperCase()
    return word[0] === word[0]?.toUpperCase() ? capital(spoken) : spoken
  })

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
