/** The line above everything: where one is, and what concerns the whole run. */
import { inTerms, labels } from '../../words/index.ts'
import { ScenarioMenu } from '../later/index.ts'
import { ReturnToStep } from '../later/learn.ts'
import { useSlice } from '../live/useLive.ts'
import { page, usePage } from '../page/page.ts'
import { ActionButton } from '../parts/Button.tsx'
import { Icon, Mark } from '../parts/Icon.tsx'
import { PageTools } from '../parts/PageTools.tsx'
import { ShareButton } from '../share/ShareButton.tsx'

export function TopBar({ drawers }: { drawers: boolean }) {
  const title = useSlice(({ frame }) => inTerms(frame.title)) ?? ''
  const open = usePage((p) => p.open)
  const left = usePage((p) => p.left !== null)
  return (
    <header className="top">
      <a className="brand" href="#/">
        <Mark />
        <b>{labels.product}</b>
      </a>
      <div className="scen-wrap">
        <h1>
          <button
            type="button"
            className="scen"
            aria-haspopup="menu"
            aria-expanded={open === 'scenarios'}
            onClick={() => page.toggle('scenarios')}
          >
            <span className="truncate">{title}</span> <Icon name="chevron" />
          </button>
        </h1>
        {open === 'scenarios' && <ScenarioMenu />}
      </div>
      <nav className="tools" aria-label={labels.tools}>
        {left && <ReturnToStep />}
        {drawers && <DrawerButtons />}
        <ActionButton action="copy-link" className="tool">
          <Icon name="link" />
          <span className={drawers ? 'wide-only' : ''}>{labels.copyLink}</span>
        </ActionButton>
        <ShareButton />
        <PageTools />
      </nav>
    </header>
  )
}

function DrawerButtons() {
  const open = usePage((p) => p.open)
  return (
    <>
      <button
        type="button"
        className="tool"
        aria-expanded={open === 'controls'}
        onClick={() => page.toggle('controls')}
      >
        <Icon name="panel" />
        <span className="drawer-word">{labels.controls}</span>
      </button>
      <button type="button" className="tool" aria-expanded={open === 'inspect'} onClick={() => page.toggle('inspect')}>
        <Icon name="inspect" />
        <span className="drawer-word">{labels.inspect}</span>
      </button>
    </>
  )
}
