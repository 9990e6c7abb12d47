/** The lab under 720 px: stage on top, below it one sheet with the transport and four tabs. Nothing is left out. */
import { inTerms, labels } from '../../words/index.ts'
import { ClockPanel, ScenarioMenu } from '../later/index.ts'
import { ReturnToStep } from '../later/learn.ts'
import { LagPane } from '../later/monitor.ts'
import { useSlice } from '../live/useLive.ts'
import { page, type Tab, usePage } from '../page/page.ts'
import { ActionButton } from '../parts/Button.tsx'
import { Icon, Mark } from '../parts/Icon.tsx'
import { PageTools } from '../parts/PageTools.tsx'
import { Tabs } from '../parts/Tabs.tsx'
import { TimeButtons } from '../parts/TimeButtons.tsx'
import { ShareButton } from '../share/ShareButton.tsx'
import { BranchesButton } from './branches/BranchesButton.tsx'
import { Clock } from './Clock.tsx'
import { EventLog } from './EventLog.tsx'
import { Inspector } from './Inspector.tsx'
import { Pace } from './Pace.tsx'
import { Rail } from './Rail.tsx'
import { Scrubber } from './Scrubber.tsx'
import { StagePane } from './StagePane.tsx'
import { Speeds } from './Transport.tsx'

const TABS: readonly Tab[] = ['inspect', 'controls', 'log', 'lag']
/** Among several masters nobody is a slave, so nobody lags. */
const TABS_OF_MANY = TABS.filter((tab) => tab !== 'lag')

export function Phone() {
  const tall = usePage((p) => p.tall)
  const chosen = usePage((p) => p.tab)
  const tabs = useSlice(({ frame }) => (frame.multiMaster === null ? TABS : TABS_OF_MANY)) ?? TABS
  const tab = tabs.includes(chosen) ? chosen : 'inspect'
  return (
    <div className={tall ? 'phone tall' : 'phone'}>
      <PhoneTop />
      <StagePane phone />
      <section className="sheet" aria-label={labels.controls}>
        <button
          type="button"
          className="grab"
          aria-expanded={tall}
          aria-label={labels.tallSheet}
          onClick={() => page.set({ tall: !tall })}
        />
        <PhoneTransport />
        <Scrubber kind="broad" />
        <Tabs
          className="tabs"
          label={labels.panels}
          controls="tabpanel"
          all={tabs}
          now={tab}
          words={labels.tabs}
          onPick={(next) => page.set({ tab: next })}
        />
        <div className="tabpanel" role="tabpanel" id="tabpanel" aria-label={labels.tabs[tab]}>
          {tab === 'inspect' && <Inspector className="" />}
          {tab === 'controls' && (
            <>
              <PhoneTime />
              <Rail className="rail" />
            </>
          )}
          {tab === 'log' && <EventLog />}
          {tab === 'lag' && <LagPane phone />}
        </div>
      </section>
    </div>
  )
}

function PhoneTop() {
  const left = usePage((p) => p.left !== null)
  const open = usePage((p) => p.open)
  const title = useSlice(({ frame }) => inTerms(frame.title)) ?? ''
  return (
    <header className="top">
      <a className="brand" href="#/" aria-label={labels.home}>
        <Mark />
      </a>
      <div className="relative mr-auto min-w-0">
        <h1>
          <button
            type="button"
            className="tool max-w-full !justify-start font-bold"
            aria-haspopup="menu"
            aria-expanded={open === 'scenarios'}
            onClick={() => page.toggle('scenarios')}
          >
            <span className="truncate">{title}</span>
            <Icon name="chevron" />
          </button>
        </h1>
        {open === 'scenarios' && <ScenarioMenu />}
      </div>
      {left && <ReturnToStep />}
      <ActionButton action="copy-link" className="tool">
        <Icon name="link" />
      </ActionButton>
      <PageTools />
    </header>
  )
}

function PhoneTransport() {
  const playing = useSlice(({ transport }) => transport.playing) ?? false
  const open = usePage((p) => p.open === 'clock')
  return (
    <div className="bar">
      <div className="relative mr-auto">
        <button type="button" className="now" aria-expanded={open} onClick={() => page.toggle('clock')}>
          <span className="sr-only">{labels.clock}: </span>
          <Clock /> s
        </button>
        {open && <ClockPanel />}
      </div>
      <TimeButtons playing={playing} className="ico" />
      <ActionButton action="next-milestone" className="ico">
        <Icon name="next" />
      </ActionButton>
    </div>
  )
}

/** What the narrow transport has no room for. */
function PhoneTime() {
  return (
    <section className="phone-time" aria-label={labels.transport}>
      <Speeds />
      <div className="flex flex-wrap gap-2">
        <ActionButton action="reset" className="btn" />
        <ActionButton action="previous-milestone" className="btn" />
        <ActionButton action="text-view" className="btn" />
        <BranchesButton />
        <ShareButton phone />
      </div>
      <p className="muted text-[12px]">
        <Pace />
      </p>
    </section>
  )
}
