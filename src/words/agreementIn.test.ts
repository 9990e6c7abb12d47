/** How many regions are said to agree where one of them is a witness. */
import { expect, it } from 'vitest'
import type { Frame } from '../engine/index.ts'
import { agreementIn } from './masters.ts'

type Masters = NonNullable<Frame['multiMaster']>
const site = (node: string, witness: boolean, agreesWith: string[]) => ({ node, agreesWith, region: { witness } })
const masters = (sites: ReturnType<typeof site>[], agree: number): Masters =>
  ({ sites, agreement: { agree, of: sites.length, since: 0, keys: [] } }) as unknown as Masters

it('a witness holds no rows, and is not counted (DOMAIN 6)', () => {
  const all = ['east', 'west', 'ohio']
  const alike = all.map((id) =>
    site(
      id,
      id === 'ohio',
      all.filter((other) => other !== id),
    ),
  )
  expect(agreementIn(masters(alike, 3))).toMatchObject({ agree: 2, of: 2 })
  const apart = [site('east', false, ['ohio']), site('west', false, []), site('ohio', true, ['east'])]
  expect(agreementIn(masters(apart, 2))).toMatchObject({ agree: 1, of: 2 })
})

it('where all hold the rows, all are counted', () => {
  const all = [site('a', false, ['b']), site('b', false, ['a']), site('c', false, [])]
  expect(agreementIn(masters(all, 2))).toMatchObject({ agree: 2, of: 3 })
})
