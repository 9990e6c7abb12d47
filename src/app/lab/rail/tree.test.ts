import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { treeOf } from './tree.ts'

const node = (id: string, upstream: string | null) => ({ id, upstream })

describe('the tree of who copies from whom', () => {
  it('puts each slave under its upstream, in the order of the nodes', () => {
    const nodes = [node('db1', null), node('db2', 'db1'), node('db3', 'db2'), node('db4', 'db1')]
    expect(treeOf(nodes)).toEqual([
      { id: 'db1', depth: 0 },
      { id: 'db2', depth: 1 },
      { id: 'db3', depth: 2 },
      { id: 'db4', depth: 1 },
    ])
  })

  it('lets a slave whose upstream is gone stand as a root', () => {
    expect(treeOf([node('db1', null), node('db3', 'db2')])).toEqual([
      { id: 'db1', depth: 0 },
      { id: 'db3', depth: 0 },
    ])
  })

  it('gives everybody exactly one row, whoever copies from whom', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    const any = fc.tuple(...ids.map((id) => fc.constantFrom(null, 'gone', ...ids.filter((other) => other !== id))))
    fc.assert(
      fc.property(any, (upstreams) => {
        const rows = treeOf(ids.map((id, i) => node(id, upstreams[i] ?? null)))
        expect(rows.map(({ id }) => id).sort()).toEqual(ids)
        // A row deeper than its neighbour above is that neighbour's: an outline never jumps.
        for (const [i, { depth }] of rows.entries()) expect(depth).toBeLessThanOrEqual((rows[i - 1]?.depth ?? -1) + 1)
      }),
      { seed: 1 },
    )
  })
})
