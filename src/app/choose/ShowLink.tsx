/**
 * The way into the lab: the run of a trial at its moment, alone or beside another candidate's. The address is made when it is
 * about to be wanted, because there are many of them on the page.
 */
import type { ReactNode } from 'react'
import { linkHash } from '../../run/index.ts'
import { type Candidate, type Needs, type Trial, trialRun } from '../../scenarios/index.ts'
import { trialWords } from '../../words/index.ts'

interface Props {
  needs: Needs
  candidate: Candidate
  /** Shown beside it. */
  rival?: Candidate | undefined
  trial: Trial
  /** Microseconds; null = the beginning. */
  at: number | null
  className?: string
  /** Its accessible name, where the text alone is not enough. */
  label?: string
  children: ReactNode
}

export function ShowLink({ needs, candidate, rival, trial, at, className, label, children }: Props) {
  const address = ({ currentTarget }: { currentTarget: HTMLAnchorElement }) => {
    const runOf = (one: Candidate) => trialRun(one, trial, needs, trialWords(one, trial, needs))
    const link = linkHash(runOf(candidate), at ?? 0, rival === undefined ? null : runOf(rival))
    if ('hash' in link) currentTarget.href = link.hash
  }
  return (
    <a
      className={className}
      href="#/lab"
      data-shows={`${candidate}${rival === undefined ? '' : `+${rival}`} ${trial}`}
      title={label}
      aria-label={label}
      onPointerEnter={address}
      onPointerDown={address}
      onFocus={address}
    >
      {children}
    </a>
  )
}
