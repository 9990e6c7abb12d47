/** All branches of the run: open one, name it, drop it, or lay it beside the one that is shown. */
import { useRef, useState } from 'react'
import { actionWords, branching, panels, seconds } from '../../../words/index.ts'
import type { Transport } from '../../../worker/index.ts'
import { useLive, useSlice } from '../../live/useLive.ts'
import { page } from '../../page/page.ts'
import { Popover } from '../../parts/Popover.tsx'
import { StrategyButton } from './StrategyButton.tsx'

type Branch = Transport['branches'][number]

export function BranchesPanel() {
  const branches = useSlice(({ transport }) => transport.branches)
  if (!branches) return null
  return (
    <Popover label={panels.branches} className="branches-panel p-3">
      <h2 className="mb-2">{panels.branches}</h2>
      <ul className="grid gap-2">
        {branches.map((branch) => (
          <Item key={branch.id} branch={branch} parent={branches.find(({ id }) => id === branch.parent)} />
        ))}
      </ul>
      <p className="muted mt-3 text-[12px]">{branching.branchesHint}</p>
      <StrategyButton onDone={() => page.set({ open: null })} />
    </Popover>
  )
}

function Item({ branch, parent }: { branch: Branch; parent: Branch | undefined }) {
  const live = useLive()
  const [naming, setNaming] = useState(false)
  const { id, name, present, partedAt, playedTo, own } = branch
  const done = (command: () => void) => () => {
    command()
    page.set({ open: null })
  }
  const where = parent ? branching.parted(parent.name, seconds(partedAt)) : branching.fromStart
  return (
    <li className={present ? 'branch present' : 'branch'} data-branch={id} data-present={present}>
      {naming ? (
        <Rename branch={branch} onDone={() => setNaming(false)} />
      ) : (
        <button
          type="button"
          className="branch-name"
          aria-label={branching.openBranch(name)}
          aria-current={present ? 'true' : undefined}
          onClick={done(() => live.do({ do: 'open-branch', branch: id }))}
        >
          <b>{name}</b>
          {present && <span className="muted"> {branching.present}</span>}
        </button>
      )}
      <p className="muted">
        {own && <span className="text-ink">{actionWords(own)}, </span>}
        {where}, {branching.playedTo(seconds(playedTo))}
      </p>
      <div className="acts-row">
        {!present && (
          <button
            type="button"
            className="mini"
            aria-label={branching.compareWith(name)}
            onClick={done(() => live.do({ do: 'compare', branch: id }))}
          >
            {branching.compare}
          </button>
        )}
        <button
          type="button"
          className="mini"
          aria-label={branching.renameBranch(name)}
          onClick={() => setNaming(true)}
        >
          {branching.rename}
        </button>
        {!present && (
          <button
            type="button"
            className="mini"
            aria-label={branching.dropBranch(name)}
            onClick={() => live.do({ do: 'drop-branch', branch: id })}
          >
            {branching.drop}
          </button>
        )}
      </div>
    </li>
  )
}

/** The name as a field: Enter keeps it, Escape leaves it, leaving the field keeps it. */
function Rename({ branch: { id, name }, onDone }: { branch: Branch; onDone: () => void }) {
  const live = useLive()
  const field = useRef<HTMLInputElement>(null)
  const keep = () => {
    const text = field.current?.value.trim() ?? ''
    if (text !== '' && text !== name) live.do({ do: 'rename-branch', branch: id, name: text })
    onDone()
  }
  return (
    <input
      ref={field}
      className="branch-field"
      aria-label={branching.branchName}
      defaultValue={name}
      maxLength={40}
      // biome-ignore lint/a11y/noAutofocus: the field takes the place of the button that was just pressed
      autoFocus
      onFocus={(event) => event.target.select()}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
        else if (event.key === 'Escape') {
          if (field.current) field.current.value = name
          onDone()
        } else return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}
