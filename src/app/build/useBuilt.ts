/** What the author has chosen: kept in the address and nowhere else. */
import { useEffect, useState } from 'react'
import { type Built, builtOf, hashOf } from './built.ts'

export function useBuilt(): [Built, (change: Partial<Built>) => void] {
  const [built, setBuilt] = useState(() => builtOf(location.hash))
  useEffect(() => {
    const opened = () => setBuilt(builtOf(location.hash))
    addEventListener('hashchange', opened)
    return () => removeEventListener('hashchange', opened)
  }, [])
  const change = (change: Partial<Built>) =>
    setBuilt((now) => {
      const next = { ...now, ...change }
      // In place: going back leaves the page, not one option.
      history.replaceState(history.state, '', hashOf(next, location.hash))
      return next
    })
  return [built, change]
}
