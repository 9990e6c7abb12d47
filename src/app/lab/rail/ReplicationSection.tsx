/** When a client hears OK. The mode belongs to the start of a run, so choosing another begins it again. */

import type { Run, Scenario } from '../../../run/index.ts'
import { choiceWord, gateSentence, labels, modeSum, settingName } from '../../../words/index.ts'
import { useLive, useSlice } from '../../live/useLive.ts'
import { notify } from '../../page/page.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Segments } from '../../parts/Segments.tsx'
import { WhyButton } from '../../parts/WhyButton.tsx'
import { Section } from '../Section.tsx'
import { SettingRow } from '../SettingRow.tsx'

export function ReplicationSection() {
  const mode = useSlice(({ frame }) => frame.mode)
  const sum = useSlice(({ frame }) => modeSum(frame)) ?? ''
  const slaves = useSlice(({ frame }) => frame.nodes.length - 1) ?? 1
  return (
    <Section id="replication" title={labels.replication} sum={sum}>
      <Mode />
      {mode?.kind === 'semi-sync' && (
        <>
          <SettingRow path="replication.ack" />
          <SettingRow path="replication.waitFor" most={Math.max(1, slaves)} />
          <SettingRow path="replication.timeoutMs" />
          {mode.gate === 'fallen-back' && <Fallen />}
        </>
      )}
    </Section>
  )
}

const MODES = ['async', 'semi-sync'] as const

function Mode() {
  const live = useLive()
  const run = useSlice(({ transport }) => transport.run)
  if (!run) return null
  const choose = (mode: Scenario['replication']['mode']) => {
    if (mode === run.scenario.replication.mode) return
    live.do({ do: 'load', run: withMode(run, mode) })
    notify(labels.modeChanged(choiceWord('replication.mode', mode)), { kind: 'news' })
  }
  const options = MODES.map((value) => ({ value, text: choiceWord('replication.mode', value) }))
  return (
    <Segments
      label={settingName('replication.mode')}
      options={options}
      value={run.scenario.replication.mode}
      onChange={choose}
    />
  )
}

/** The same run under another mode: same seed, same interventions. */
function withMode(run: Run, mode: Scenario['replication']['mode']): Run {
  const { scenario } = run
  return { ...run, scenario: { ...scenario, replication: { ...scenario.replication, mode } } }
}

function Fallen() {
  const frame = useSlice(({ frame }) => frame)
  if (!frame) return null
  return (
    <p className="note">
      <span className="text-warn">
        <Icon name="clock" size={14} />
      </span>
      <span>
        {gateSentence(frame)} <WhyButton about={labels.replication} kinds={['gate-timed-out']} />
      </span>
    </p>
  )
}
