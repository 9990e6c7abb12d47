/** The builder as the host of its preview: what the figure answers, measures and warns of, and its picture. */
import { type Host, hostOf, type Still } from '../../embed/index.ts'

export interface Seen {
  /** Microseconds at which the preview stands; null = it has not said so yet. */
  t: number | null
  /** 16 hexadecimal digits of the moment that it stands at; '' = not yet. */
  digest: string
  /** Pixels. */
  height: number | null
  /** The run's own. */
  title: string
  told: readonly string[]
  still: Still | null
}

export const UNSEEN: Seen = { t: null, digest: '', height: null, title: '', told: [], still: null }

interface Summary {
  t: number
  digest: string
  summary: { title: string; milestone: string | null }
}

/** What the snippets show is the first picture: once a reader has done something in the preview, it stays as it was. */
export function seenIn(
  frame: HTMLIFrameElement,
  { id, theme }: { id: string; theme: string },
  tell: (change: Partial<Seen>) => void,
): { wear(theme: string): void; close(): void } {
  let worn = theme
  let turn = 0
  let touched = false
  const take = async () => {
    turn += 1
    const mine = turn
    // In one go, so that all of it is of one moment.
    const [, drawn, link, known] = await Promise.all([
      host.send({ type: 'theme', name: worn }),
      host.send({ type: 'snapshot' }),
      host.send({ type: 'getLink' }),
      host.send({ type: 'getState' }),
    ])
    if (mine !== turn || !drawn.ok || !link.ok || !known.ok) return
    const { t, digest, summary } = known['state'] as Summary
    const still: Still = { svg: `${drawn['svg']}`, lab: `${link['url']}`, says: summary.milestone ?? '' }
    tell({ t, digest, title: summary.title, still })
  }
  const host: Host = hostOf(frame, {
    id,
    target: '*',
    hear: (type, message) => {
      const { height, warnings, running, t, digest, url } = message
      if ((type === 'boot' || type === 'resize') && typeof height === 'number') tell({ height })
      if (type === 'ready') {
        if (Array.isArray(warnings)) tell({ told: warnings.map(String) })
        void take()
      }
      if (type === 'activate') touched = true
      if (type === 'state' && running === false) {
        if (touched) tell({ t: Number(t), digest: `${digest ?? ''}` })
        else void take()
      }
      if (type === 'link' && typeof url === 'string' && url.startsWith(new URL('./', location.href).href))
        open(url, '_blank', 'noopener')
    },
  })
  return {
    wear(theme) {
      worn = theme
      void take()
    },
    close: () => host.close(),
  }
}
