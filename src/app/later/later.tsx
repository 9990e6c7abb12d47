/**
 * A component that is fetched on demand. Nothing stands in its place until it arrives; once it has, it renders at
 * once like any other (React's own `lazy` would leave the place empty for an instant each time).
 */
import { type ComponentType, useEffect, useReducer } from 'react'
import type { OnDemand } from './onDemand.ts'

export function later<M, P extends object>(
  part: OnDemand<M>,
  pick: (module: M) => ComponentType<P>,
): (props: P) => React.ReactNode {
  return function Later(props: P) {
    const [, arrived] = useReducer((n: number) => n + 1, 0)
    const missing = part.here === null
    useEffect(() => {
      if (missing) part().then(arrived, () => {})
    }, [missing])
    if (part.here === null) return null
    const Component = pick(part.here)
    return <Component {...props} />
  }
}
