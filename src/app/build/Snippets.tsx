/** What is pasted, three ways: each with a button that copies it, and a field to copy it from by hand. */
import { elementSnippet, frameSnippet, stillSnippet, type Wished } from '../../embed/index.ts'
import { building, labels } from '../../words/index.ts'
import { notify } from '../page/page.ts'
import { toClipboard } from '../share/clipboard.ts'

const KINDS = { frame: frameSnippet, element: elementSnippet, still: stillSnippet }

export function Snippets({ wished, oembed }: { wished: Wished; oembed: string | null }) {
  return (
    <section className="snippets" aria-label={building.paste}>
      <h2>{building.paste}</h2>
      {(Object.keys(KINDS) as (keyof typeof KINDS)[]).map((kind) => (
        <Snippet
          key={kind}
          id={kind}
          name={building.snippets[kind]}
          hint={building.snippetHints[kind]}
          text={KINDS[kind](wished)}
        />
      ))}
      {oembed !== null && <Snippet id="oembed" name="oEmbed" hint={building.oembed} text={oembed} />}
    </section>
  )
}

function Snippet({ id, name, hint, text }: { id: string; name: string; hint: string; text: string }) {
  const copy = async () => {
    if (await toClipboard(text)) notify(building.copied, { kind: 'news' })
    else notify(labels.copyByHand, { kind: 'news', copy: text })
  }
  return (
    <div className="snippet" data-snippet={id}>
      <h3>{name}</h3>
      <button
        type="button"
        className="btn"
        disabled={text === ''}
        aria-label={building.copyNamed(name)}
        onClick={() => void copy()}
      >
        {building.copy}
      </button>
      <p className="muted">{text === '' ? building.noStill : hint}</p>
      {text !== '' && (
        <textarea
          readOnly
          className="mono"
          rows={id === 'frame' ? 7 : 4}
          aria-label={building.byHand(name)}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      {text.length > 2000 && <p className="muted mono">{building.characters(text.length)}</p>}
    </div>
  )
}
