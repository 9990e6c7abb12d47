/** One thing that others may show by its address: what oEmbed answers about it, and the page that asks for that. Pure. */
import { snippetWords } from '../../words/index.ts'
import type { Name } from '../address/parameters.ts'
import { attributes, escaped } from '../snippets/html.ts'
import { frameSnippet, type Still, stillSnippet } from '../snippets/snippets.ts'

export interface Shared {
  /** In addresses: small letters, digits and hyphens. */
  id: string
  title: string
  description: string
  /** What its figure is asked for. */
  given: readonly (readonly [Name, string])[]
  /** Of its figure, in pixels. */
  width: number
  height: number
  /** `lab` from the page's own place. */
  still: Still
}

/** oEmbed 1.0, the rich kind. A file cannot read what it is asked: sizes are those of the figure, whatever was wished. */
export function oembedOf(site: string, { title, given, width, height }: Shared): Record<string, string | number> {
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: snippetWords.provider,
    provider_url: site,
    html: frameSnippet({ site, given, label: title.slice(0, 60), width, height }),
    width,
    height,
  }
}

export const pathsOf = (id: string): { page: string; oembed: string } => ({
  page: `s/${id}/`,
  oembed: `oembed/${id}.json`,
})

/** Enough for a page that is looked at for a moment; it needs nothing else. */
const SHEET =
  'body{max-width:640px;margin:40px auto;padding:0 16px;font:17px/1.58 Georgia,serif;color:#14202b;background:#fff}' +
  'figure{margin:24px 0}figcaption{color:#46535f}a{color:inherit}'

/**
 * A page of its own, because what stands after a hash is no page to those who look for oEmbed. It shows the still, says what
 * it is, and leads into the lab; it sends nobody on, so that going back goes back.
 */
export function sharePage(site: string, shared: Shared): string {
  const { id, title, description, still } = shared
  const { page, oembed } = pathsOf(id)
  const meta = { title, description, url: site + page, site_name: snippetWords.provider, type: 'article' }
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(`${title} – ${snippetWords.provider}`)}</title>`,
    `<meta${attributes({ name: 'description', content: description })}>`,
    `<link${attributes({ rel: 'canonical', href: site + page })}>`,
    `<link${attributes({ rel: 'alternate', type: 'application/json+oembed', href: site + oembed, title })}>`,
    ...Object.entries(meta).map(([name, content]) => `<meta${attributes({ property: `og:${name}`, content })}>`),
    `<style>${SHEET}</style>`,
  ]
  const body = [`<h1>${escaped(title)}</h1>`, `<p>${escaped(description)}</p>`, stillSnippet({ label: title, still })]
  return `<!doctype html>\n<html lang="en">\n<head>\n${head.join('\n')}\n</head>\n<body>\n${body.join('\n')}\n</body>\n</html>\n`
}
