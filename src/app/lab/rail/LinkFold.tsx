/** One link: how it stands, what can be done to it, and, once it is selected, its own settings. */

import type { LinkFrame } from '../../../engine/index.ts'
import { exactMs, labels, linkStateWord, rail } from '../../../words/index.ts'
import type { Update } from '../../../worker/index.ts'
import { useLive, useSlice } from '../../live/useLive.ts'
import { page, usePage } from '../../page/page.ts'
import { ActionButton } from '../../parts/Button.tsx'
import { SettingRow } from '../SettingRow.tsx'
import { foundAt } from '../setting.ts'

interface Props {
  id: string
  /** Names of the settings that such a link may have of its own. */
  settings: readonly string[]
}

export function LinkFold({ id, settings }: Props) {
  const target = { kind: 'link' as const, id }
  const open = usePage(({ selection }) => selection?.kind === 'link' && selection.id === id)
  const link = useSlice(({ frame }) => {
    const found = frame.links.find((one) => one.id === id)
    return found ? { a: found.a, b: found.b, up: found.state === 'up', word: wordOf(found) } : null
  })
  if (!link) return null
  const paths = settings.map((name) => `network.links.${id}.${name}`)
  return (
    <div className={open ? 'fold link-fold open' : 'fold link-fold'} data-link={id}>
      <div className="fold-head">
        <button
          type="button"
          className="fold-button"
          aria-expanded={settings.length > 0 ? open : undefined}
          aria-pressed={settings.length > 0 ? undefined : open}
          onClick={() => page.select(open ? null : target)}
        >
          <span className="mono">
            {link.a}–{link.b}
          </span>
          <span className={link.up ? 'sum' : 'sum broken'}>{link.word}</span>
        </button>
        <span className="acts">
          <ActionButton action="cut" target={target} className="mini" hide />
          <ActionButton action="stall" target={target} className="mini" hide />
          <ActionButton action="heal" target={target} className="mini" hide />
        </span>
      </div>
      {open && paths.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend of its own
        <div className="body" role="group" aria-label={labels.linkBetween(link.a, link.b)}>
          {paths.map((path) => (
            <SettingRow key={path} path={path} />
          ))}
          <AsAllLinks paths={paths} />
        </div>
      )}
    </div>
  )
}

const wordOf = (link: LinkFrame) => (link.state === 'up' ? exactMs(link.oneWayUs) : linkStateWord(link))

/** The settings of this link that differ from those of all links. */
const ownOf = (update: Update, paths: readonly string[]) =>
  paths.flatMap((path) => {
    const common = update.frame.settings[`network.${path.split('.').at(-1)}`]
    const found = foundAt(update, path)
    return found && common !== undefined && found.value !== common ? [{ path, common }] : []
  })

function AsAllLinks({ paths }: { paths: readonly string[] }) {
  const live = useLive()
  const own = useSlice((update) => ownOf(update, paths).length) ?? 0
  if (own === 0) return null
  const reset = () => {
    const update = live.latest
    if (!update) return
    for (const { path, common } of ownOf(update, paths))
      live.do({ do: 'act', action: { do: 'set', path, value: common } })
  }
  return (
    <button type="button" className="mini wide" data-as-all={own} onClick={reset}>
      {rail.asAllLinks}
    </button>
  )
}
