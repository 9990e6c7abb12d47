/**
 * "Why?" beside every coloured state: unfolds the facts that made it so, first cause first, however long ago they
 * were. Each of them seeks to its moment.
 */
import { useEffect } from 'react'
import { labels } from '../../words/index.ts'
import { WhyChain } from '../later/why.ts'
import { useLive } from '../live/useLive.ts'
import { claim, fold, unfold, useWhy, type WhyAsked } from './why.ts'

interface Props extends WhyAsked {
  /** What is asked about, for who hears only "Why?": its name among all that can be asked now. */
  about: string
}

export function WhyButton({ about, ...asked }: Props) {
  const live = useLive()
  const open = useWhy((w) => (w.open?.about === about ? w.open : null))
  useEffect(() => claim(about), [about])
  return (
    <>
      <button
        type="button"
        className="link"
        data-why={about}
        aria-expanded={open !== null}
        aria-label={labels.whyAbout(about)}
        onClick={() => (open ? fold() : unfold(live, about, asked))}
      >
        {labels.why}
      </button>
      {open && <WhyChain chain={open.chain} />}
    </>
  )
}
