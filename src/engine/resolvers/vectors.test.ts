import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dottedVersionVectors } from './dottedVersionVectors.ts'
import { FewMasters, nameOf, type Site } from './fewMasters.ts'
import { hasSeen, relate } from './version.ts'
import { versionVectors } from './versionVectors.ts'

const sites = (count: number): Site[] => Array.from({ length: count }, () => ({ offsetUs: 0, priority: 0 }))

type Act = readonly [kind: 'write' | 'copy', at: number, other: number]
const acts = fc.array(fc.tuple(fc.constantFrom('write', 'write', 'copy'), fc.nat(2), fc.nat(4)) as fc.Arbitrary<Act>, {
  minLength: 8,
  maxLength: 40,
  size: 'max',
})

/** Clients 0 .. 2 send what they saw at their own last write, at whichever master; others have just read, or nothing. */
function play(lab: FewMasters, list: readonly Act[], each: (at: number) => void): void {
  let value = 0
  for (const [kind, at, other] of list) {
    const to = kind === 'copy' ? other % 3 : at
    if (kind === 'copy') lab.copy(at, to)
    else lab.write(at, `${++value}`, other === 4 ? 'none' : other === 3 ? 'read' : other)
    each(to)
  }
}

test('[W16] two clients take turns through one server, each with what it saw at its own last write: 40 siblings after 40 writes', () => {
  const lab = new FewMasters(() => versionVectors, sites(1))
  for (let i = 0; i < 40; i++) lab.write(0, `${i}`, i % 2)
  expect(lab.rows[0]!.shown.length).toBe(40)
})

test('[W17] the same with dotted version vectors ends with 2: the last of each', () => {
  const lab = new FewMasters(() => dottedVersionVectors, sites(1))
  for (let i = 0; i < 40; i++) lab.write(0, `${i}`, i % 2)
  expect(lab.rows[0]!.shown.map(({ value }) => value)).toEqual(['38', '39'])
})

test('[W18] dotted version vectors keep exactly the writes that no other had seen', () => {
  let most = 0
  fc.assert(
    fc.property(acts, (list) => {
      const lab = new FewMasters(() => dottedVersionVectors, sites(3))
      play(lab, list, (at) => {
        const names = lab.rows[at]!.shown.map(nameOf).sort()
        expect(names).toEqual(lab.unseen(at))
        most = Math.max(most, names.length)
      })
    }),
    { seed: 22, numRuns: 150, endOnFailure: true },
  )
  expect(most).toBeGreaterThan(4)
})

test('[W19] version vectors keep at least those, and at times one that somebody had overwritten', () => {
  let more = 0
  fc.assert(
    fc.property(acts, (list) => {
      const lab = new FewMasters(() => versionVectors, sites(3))
      play(lab, list, (at) => {
        const names = lab.rows[at]!.shown.map(nameOf)
        for (const name of lab.unseen(at)) expect(names).toContain(name)
        if (names.length > lab.unseen(at).length) more++
      })
    }),
    { seed: 23, numRuns: 150, endOnFailure: true },
  )
  expect(more).toBeGreaterThan(0)
})

test('[W20] before, after and concurrent by vectors is before, after and concurrent in truth', () => {
  const found = { before: 0, after: 0, concurrent: 0, equal: 0 }
  fc.assert(
    fc.property(acts, (list) => {
      const lab = new FewMasters(() => dottedVersionVectors, sites(3))
      play(lab, list, () => undefined)
      for (const a of lab.written)
        for (const b of lab.written) {
          if (a === b) continue
          expect(hasSeen(b, a)).toBe(lab.past.get(nameOf(b))!.has(nameOf(a)))
          found[relate(a, b)]++
        }
    }),
    { seed: 24, numRuns: 100, endOnFailure: true },
  )
  expect(found.equal).toBe(0)
  expect(found.before).toBe(found.after)
  expect(Math.min(found.before, found.concurrent)).toBeGreaterThan(1000)
})

test('[W21] a conflict is reported exactly where siblings meet, with the two and as concurrent', () => {
  const lab = new FewMasters(() => dottedVersionVectors, sites(2))
  lab.write(0, '1')
  expect(lab.copy(0, 1)).toMatchObject({ conflict: false, relation: 'before', outcome: 'none' })
  const a = lab.write(0, '2')
  const b = lab.write(1, '3')
  expect(lab.copy(0, 1)).toMatchObject({
    conflict: true,
    relation: 'concurrent',
    outcome: 'siblings',
    pair: { here: b, there: a },
    discarded: [],
  })
  lab.write(1, '4')
  expect(lab.copy(1, 0)).toMatchObject({ conflict: false, relation: 'before', discarded: [] })
  expect(lab.rows[0]!.shown.map(({ value }) => value)).toEqual(['4'])
})

test('[W21] no conflict is reported with a version that comes together with what has overwritten it', () => {
  const lab = new FewMasters(() => dottedVersionVectors, sites(3))
  lab.write(0, '"first"')
  lab.copy(0, 1)
  const over = lab.write(1, '"over the first"')
  const apart = lab.write(2, '"apart"')
  expect(lab.copy(2, 1)).toMatchObject({ conflict: true, pair: { here: over, there: apart } })
  expect(lab.copy(1, 0)).toMatchObject({ conflict: false, relation: 'before', discarded: [] })
  expect(lab.rows[0]!.shown).toEqual([over, apart])
})
