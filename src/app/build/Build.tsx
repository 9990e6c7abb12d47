/** Making a figure for an article: options, the figure itself, and what is pasted. All of it stands in the address. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { spelled } from '../../embed/index.ts'
import { building, inTerms, labels } from '../../words/index.ts'
import { Mark } from '../parts/Icon.tsx'
import { PageTools } from '../parts/PageTools.tsx'
import { type Built, frameHeight, MOST_LABEL, pairsOf } from './built.ts'
import { Options } from './Options.tsx'
import { Preview } from './Preview.tsx'
import { elsewhere, hasOembed, siteAddress } from './place.ts'
import { Snippets } from './Snippets.tsx'
import { type Seen, UNSEEN } from './seen.ts'
import { useBuilt } from './useBuilt.ts'
import { Warnings } from './Warnings.tsx'
import { warningsOf } from './warned.ts'

/** How long somebody types before the figure is made anew, in milliseconds. */
const TYPING_MS = 250

export function Build() {
  const [built, change] = useBuilt()
  const [seen, setSeen] = useState<Seen>(UNSEEN)
  const shown = useSettled(built)
  const see = useCallback((more: Partial<Seen>) => setSeen((now) => ({ ...now, ...more })), [])
  const figure = JSON.stringify([shown.given, shown.width])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was seen is of another figure
  useEffect(() => setSeen(UNSEEN), [figure])
  const brought = useRef<string | null>(null)
  brought.current = built.given.s ?? brought.current
  const given = pairsOf(built.given)
  const { search, hash } = spelled(given)
  const label = (built.label || inTerms(seen.title) || labels.product).slice(0, MOST_LABEL)
  const still = seen.still && { ...seen.still, lab: elsewhere(seen.still.lab) }
  const wished = { site: siteAddress(), given, label, width: built.width, height: frameHeight(built), still }
  const warnings = warningsOf(built, { length: search.length + hash.length, measured: seen.height, told: seen.told })
  return (
    <div className="build named" data-build={seen.still === null ? 'coming' : 'shown'}>
      <header className="top">
        <a className="brand" href="#/" aria-label={labels.product}>
          <Mark />
          <b>{labels.product}</b>
        </a>
        <h1>{building.title}</h1>
        <nav className="tools" aria-label={labels.tools}>
          <PageTools />
        </nav>
      </header>
      <main>
        <Options built={built} seen={seen} brought={brought.current} onChange={change} />
        <div className="middle">
          <Preview built={shown} seen={seen} onSeen={see} onChange={change} />
          <Warnings all={warnings} onHeight={(height) => change({ height })} />
        </div>
        <Snippets wished={wished} oembed={hasOembed() ? sharePage(built) : null} />
      </main>
    </div>
  )
}

/** The address that leads to oEmbed: of a scenario or a walkthrough as it is, since files know no options. */
function sharePage({ given }: Built): string | null {
  const [[name, id] = [], ...others] = pairsOf(given)
  if (others.length > 0 || (name !== 'scenario' && name !== 'walkthrough')) return null
  return `${siteAddress()}s/${name === 'walkthrough' ? 'walkthrough-' : ''}${id}/`
}

/** The same, once nobody has changed it for a moment. */
function useSettled(built: Built): Built {
  const [settled, setSettled] = useState(built)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(built), TYPING_MS)
    return () => clearTimeout(timer)
  }, [built])
  return settled
}
