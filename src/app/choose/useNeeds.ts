/** The reader's numbers: kept in the address and nowhere else. */
import { useEffect, useState } from 'react'
import type { Needs } from '../../scenarios/index.ts'
import { areSame, hashOf, needsOf } from './address.ts'

export function useNeeds(): [Needs, (change: Partial<Needs>) => void] {
  const [needs, setNeeds] = useState(() => needsOf(location.hash))
  useEffect(() => {
    const opened = () => setNeeds((now) => (areSame(now, needsOf(location.hash)) ? now : needsOf(location.hash)))
    addEventListener('hashchange', opened)
    return () => removeEventListener('hashchange', opened)
  }, [])
  const change = (change: Partial<Needs>) => {
    const next = { ...needs, ...change }
    // In place: going back leaves the page, not one step of a fader.
    history.replaceState(history.state, '', hashOf(next, location.hash))
    setNeeds(next)
  }
  return [needs, change]
}
