/** The first page: a failover about to happen, one button, and below it the runs to start from. */
import { type Card, walkthroughs } from '../../lessons/index.ts'
import { presetCards } from '../../scenarios/index.ts'
import { home, labels, learning } from '../../words/index.ts'
import { useRunMarks } from '../lab/useRunMarks.ts'
import { Mark } from '../parts/Icon.tsx'
import { PageTools } from '../parts/PageTools.tsx'
import { Hero } from './Hero.tsx'
import { Lead } from './Lead.tsx'
import { PresetCard } from './PresetCard.tsx'
import { usePauseAtOutcome } from './usePauseAtOutcome.ts'
import { WalkCard } from './WalkCard.tsx'

const path = walkthroughs.filter(({ number }) => number !== null)
const incidents = walkthroughs.filter(({ number }) => number === null)

export function Home() {
  const root = useRunMarks()
  usePauseAtOutcome()
  return (
    <div ref={root} className="home" data-home="">
      <header className="top">
        <a className="brand" href="#/">
          <Mark />
          <b>{labels.product}</b>
        </a>
        <nav className="tools" aria-label={labels.pages}>
          <a className="tool" href="#/choose">
            {home.choose}
          </a>
          <a className="tool" href="#/lab">
            {home.openEmpty}
          </a>
          <PageTools />
        </nav>
      </header>
      <main>
        <section className="hero">
          <Lead />
          <Hero />
        </section>
        <Walks id="walkthroughs" cards={path} heading={learning.heading} hint={learning.headingHint} />
        <Walks id="incidents" cards={incidents} heading={learning.incidents} hint={learning.incidentsHint} />
        <section className="walks" aria-labelledby="presets">
          <h2 id="presets">
            {home.presets} <span className="muted">{home.presetsHint}</span>
          </h2>
          <ol>
            {presetCards.map((card) => (
              <li key={card.id}>
                <PresetCard card={card} />
              </li>
            ))}
          </ol>
        </section>
      </main>
      <footer className="foot">
        {home.footer} <a href="#/embed-builder">{home.embed}</a>
      </footer>
    </div>
  )
}

function Walks({ id, cards, heading, hint }: { id: string; cards: readonly Card[]; heading: string; hint: string }) {
  return (
    <section className="walks lessons" aria-labelledby={id}>
      <h2 id={id}>
        {heading} <span className="muted">{hint}</span>
      </h2>
      <ol>
        {cards.map((card) => (
          <li key={card.id}>
            <WalkCard card={card} />
          </li>
        ))}
      </ol>
    </section>
  )
}
