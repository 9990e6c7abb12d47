/**
 * What an author pastes: a frame, the element, or a picture that needs nothing. All three say the same figure, and each is
 * HTML that a page takes as it is: no style sheet, no script of its own besides the element's.
 */
import { snippetWords } from '../../words/index.ts'
import type { Name } from '../address/parameters.ts'
import { spelled } from '../address/spelled.ts'
import { attributes, escaped } from './html.ts'

/** One moment as a drawing, with what it is called and where the lab shows it. */
export interface Still {
  /** An SVG document with title, description and colours of its own. */
  svg: string
  /** Address of the lab at this moment. */
  lab: string
  /** What is to be seen, in a sentence; '' = nothing. */
  says: string
}

export interface Wished {
  /** Address of the folder in which the lab lies, with a slash at its end. */
  site: string
  /** Parameters with their texts, all checked. */
  given: readonly (readonly [Name, string])[]
  /** What readers of the screen hear, 60 characters at most. */
  label: string
  /** Pixels. */
  width: number
  height: number
  /** Null: there is none yet. */
  still: Still | null
}

/** Of the frame: `allow-popups`, so that its link into the lab opens, and as a page of its own. */
const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox'

export function figureAddress({ site, given }: Pick<Wished, 'site' | 'given'>): string {
  const { search, hash } = spelled(given)
  return `${site}embed/v1/${search}${hash}`
}

export const frameSnippet = (wished: Pick<Wished, 'site' | 'given' | 'label' | 'width' | 'height'>): string =>
  `<iframe${attributes({
    src: figureAddress(wished),
    title: wished.label,
    width: wished.width,
    height: wished.height,
    loading: 'lazy',
    sandbox: SANDBOX,
    allow: 'fullscreen',
    style: 'border:0;max-width:100%',
  })}></iframe>`

/** With what stands in its place until it is started, and for good where there is no script. */
export function elementSnippet({ site, given, label, still }: Wished): string {
  // `id` and the others are attributes of the same names; a flag is said as 1.
  const named = Object.fromEntries(given.filter(([name]) => name !== 'origin'))
  const tag = `<replication-lab${attributes({ src: `${site}embed/v1/`, ...named, label })}>`
  const inside = still ? picture(still) : `<a${attributes({ href: site })}>${escaped(label)}</a>`
  return `<script${attributes({ src: `${site}embed/v1/replication-lab.js` })}></script>\n${tag}\n${inside}\n</replication-lab>`
}

/** For feeds, mail and print; '' until there is a picture. */
export function stillSnippet({ label, still }: Pick<Wished, 'label' | 'still'>): string {
  if (!still) return ''
  const says = still.says === '' ? '' : ` ${escaped(still.says)}`
  const link = `<a${attributes({ href: still.lab })}>${escaped(snippetWords.openInLab)}</a>`
  return `<figure>\n${picture(still)}\n<figcaption>${escaped(sentence(label))}${says} ${link}</figcaption>\n</figure>`
}

/** As wide as its column, and no wider than it was drawn. */
const picture = ({ svg, lab }: Still): string =>
  `<a${attributes({ href: lab })}>${svg.trim().replace(/^<svg /, '<svg style="max-width:100%;height:auto;direction:ltr" ')}</a>`

const sentence = (label: string): string => (/[.?…]$/.test(label) ? label : `${label}.`)
