/** An address that asks for a run and its moment only, as most do; null = for more, and a piece of its own reads that. */
import type { Address } from './page.ts'

const PLAIN = /^#?\/?(?:lab)?\??(?:(s|preset|scenario)=([\w.-]{1,6144}))?(?:&t=(\d{1,11}))?$/

export function plain({ search, hash }: { search: string; hash: string }): Address | null {
  const found = search === '' ? PLAIN.exec(hash) : null
  if (!found) return null
  const [, name, value = 'async-pipeline', t] = found
  return {
    wanted: {
      s: name === 's' ? value : null,
      scenario: value,
      t: t === undefined ? null : Number(t),
      seed: null,
    },
    id: '',
    origin: null,
    lock: 'none',
    warnings: [],
    apply: () => {},
    agreed: () => {},
  }
}
