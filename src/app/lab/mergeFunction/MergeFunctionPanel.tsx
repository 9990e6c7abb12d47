/**
 * Where a reader writes the function that makes one version of two (DOMAIN 5). It opens with the one that the run has;
 * while he writes, it is opened in the sandbox and held against the laws of convergence. Using it is an intervention
 * like any other: at the playhead, in the link, and undone with undo.
 */
import { useId, useMemo, useRef, useState } from 'react'
import { choiceWord, merging, type StartingFunction, startingFunctions } from '../../../words/index.ts'
import { useLive } from '../../live/useLive.ts'
import { notify } from '../../page/page.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Segments } from '../../parts/Segments.tsx'
import { examplesOf, kindOfRows, type Values } from './examples.ts'
import { actionsToUse, functionOf } from './functionOf.ts'
import { Laws } from './Laws.tsx'
import './mergeFunction.css'
import { closeMergeFunction, useMergeFunction } from './opened.ts'
import { SourceEditor, type Writing } from './SourceEditor.tsx'
import { StartFrom } from './StartFrom.tsx'
import { placeIn } from './tryOut.ts'
import { useTrial } from './useTrial.ts'
import { Verdict } from './Verdict.tsx'

export function MergeFunctionPanel() {
  const live = useLive()
  // The run stands still while this is open.
  const [now] = useState(() => {
    const { frame, transport } = live.latest!
    return { frame, source: functionOf(transport.run, frame.time), rule: frame.multiMaster?.rule ?? '' }
  })
  const draft = useMergeFunction((state) => state.draft)
  const [initial] = useState(now.source === '' ? startingFunctions[0]!.source : now.source)
  const [source, setSource] = useState(initial)
  const rows = useMemo(() => kindOfRows(now.frame), [now])
  const [values, setValues] = useState<Values>(rows === null ? 'number' : 'run')
  const examples = useMemo(() => examplesOf(now.frame, values), [now, values])
  const trial = useTrial(source, examples)
  const writing = useRef<Writing | null>(null)
  const [keysId, aboutId] = [useId(), useId()]

  const tried = trial.state === 'tried' ? trial.tried : null
  const wrong = tried?.error != null
  const actions = actionsToUse(source, now)
  const leave = () => closeMergeFunction(live, source === now.source || source === initial ? draft : source)
  const use = () => {
    for (const action of actions) live.do({ do: 'act', action })
    closeMergeFunction(live, '')
    notify(merging.usedFrom(now.frame.time), { kind: 'news', about: 'merge-function' })
  }
  const choose = (text: string, of: StartingFunction | null) => {
    writing.current?.replace(text)
    if (of !== null && of.rows !== 'any' && of.rows !== rows) setValues(of.rows)
    else if (rows !== null) setValues('run')
  }
  return (
    <Dialog title={merging.title} onClose={leave}>
      <div className="merge-function">
        <p id={aboutId}>{merging.about}</p>
        <dl className="arguments">
          {merging.arguments.map(([name, what]) => (
            <div key={name}>
              <dt className="mono">{name}</dt>
              <dd className="muted">{what}</dd>
            </div>
          ))}
        </dl>
        <StartFrom source={source} ofTheRun={now.source} draft={draft} onChoose={choose} />
        <SourceEditor
          initial={initial}
          describedBy={`${keysId} ${aboutId}`}
          place={tried && placeIn(tried)}
          writing={writing}
          onChange={setSource}
          onLeave={leave}
        />
        <p id={keysId} className="muted keys">
          {merging.keys}
        </p>
        <Verdict trial={trial} onGo={(place) => writing.current?.goTo(place)} />
        <TriedOn rows={rows !== null} values={values} onChange={setValues} />
        <Laws report={tried?.error === null ? tried.report : null} />
        <div className="use-it">
          <button
            type="button"
            className="btn solid"
            data-use=""
            disabled={actions.length === 0 || wrong || trial.state === 'looking'}
            onClick={use}
          >
            {merging.use}
          </button>
          <span className="muted">{footOf(actions.length, now.rule)}</span>
        </div>
      </div>
    </Dialog>
  )
}

const footOf = (actions: number, rule: string): string => {
  if (actions === 0) return merging.used
  return rule === 'function' ? '' : merging.becomesRule(choiceWord('multiMaster.rule', rule))
}

function TriedOn({ rows, values, onChange }: { rows: boolean; values: Values; onChange: (values: Values) => void }) {
  const offered: Values[] = [...(rows ? (['run'] as const) : []), 'number', 'list', 'text']
  return (
    <div className="tried-on">
      <span className="muted">{merging.triedOn}</span>
      <Segments
        label={merging.triedOn}
        options={offered.map((value) => ({ value, text: merging.values[value] }))}
        value={values}
        onChange={onChange}
      />
    </div>
  )
}
