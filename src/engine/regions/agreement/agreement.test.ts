/** The rules of agreement alone, under everything that lines and leaders may do. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameOf, ThreeRegions } from './threeRegions.ts'

/** What may happen next, by number; `n` is any number. */
const HAPPENINGS: readonly ((lab: ThreeRegions, n: number) => void)[] = [
  (lab, n) => lab.write(n % 3),
  (lab, n) => lab.write(n % 3),
  (lab, n) => lab.deliver(n),
  (lab, n) => lab.deliver(n),
  (lab, n) => lab.deliver(n),
  (lab, n) => lab.deliver(n),
  (lab, n) => lab.deliver(n, true),
  (lab, n) => lab.lose(n),
  (lab, n) => lab.cut(n % 3, true),
  (lab, n) => lab.cut(n % 3, false),
  (lab, n) => lab.killLeader(n % 3),
  (lab, n) => lab.elect(n % 3),
  (lab, n) => lab.timeOut(n % 3),
  (lab, n) => lab.giveUp(n % 3),
  (lab, n) => lab.ship(n % 3, Math.floor(n / 3) % 3),
  (lab, n) => lab.ship(n % 3, Math.floor(n / 3) % 3),
  (lab, n) => lab.ask(n % 3),
  (lab, n) => lab.answerRead(n, Math.floor(n / 7) % 3),
]

const story = (most: number) =>
  fc.array(fc.tuple(fc.nat(HAPPENINGS.length - 1), fc.nat(1000)), { minLength: 1, maxLength: most, size: 'max' })

const LOSS: [number, number] = [7, 0]

/** Two or three regions ask for one row, and then above all time-outs run out: ballots upon ballots. */
const ballots: fc.Arbitrary<[number, number][]> = fc
  .array(fc.tuple(fc.constantFrom(2, 2, 2, 2, 3, 3, 4, 6, 7, 12, 12, 8, 9, 16, 17, 17), fc.nat(1000)), {
    minLength: 20,
    maxLength: 80,
    size: 'max',
  })
  .chain((list) => fc.nat(4).map((lost) => [[0, 0], [0, 1], ...Array.from({ length: lost }, () => LOSS), ...list]))

function played(happenings: readonly (readonly [number, number])[]): ThreeRegions {
  const lab = new ThreeRegions()
  for (const [what, n] of happenings) HAPPENINGS[what]!(lab, n)
  return lab
}

/** Everything is healed, and time-outs run out where nothing else happens. */
function healed(lab: ThreeRegions): void {
  for (const region of [0, 1, 2]) {
    lab.cut(region, false)
    lab.elect(region)
  }
  for (let round = 0; round < 40; round++) {
    for (let most = 400; lab.flying.length > 0 && most > 0; most--) lab.deliver(0)
    for (let pair = 0; pair < 9; pair++) while (lab.shipping[pair]!.length > 0) lab.ship(Math.floor(pair / 3), pair % 3)
    if (lab.flying.length === 0) lab.timeOut(round % 3)
  }
}

const SEED = { seed: 7, numRuns: 8000 }

const either = (most: number): fc.Arbitrary<[number, number][]> => fc.oneof(story(most), ballots)

describe('agreement of two of three regions', () => {
  // The same stories for all of them, so each is played once and looked at for each rule.
  it('[O20] [O21] [O23] no two writes that were told OK did not know each other, and none is thrown away; a write that was refused has not happened, and never will; once all is healed everybody knows what became of everything', () => {
    fc.assert(
      fc.property(either(120), (happenings) => {
        const lab = played(happenings)
        healed(lab)
        expect(lab.broken).toEqual([])
        const inOrder = [...lab.done].sort((a, b) => a.write.slot - b.write.slot)
        const wrong: string[] = []
        inOrder.forEach(({ write, seen }, at) => {
          for (const { write: earlier } of inOrder.slice(0, at)) {
            if (!(earlier.slot < write.slot)) wrong.push(`${nameOf(earlier)} and ${nameOf(write)} have one slot`)
            if (!(seen.decided[earlier.origin]! >= earlier.sequence))
              wrong.push(`${nameOf(write)} did not know ${nameOf(earlier)}`)
          }
          for (const row of lab.rows)
            if (!(row.decided[write.origin]! >= write.sequence)) wrong.push(`${nameOf(write)} was thrown away`)
        })
        const taken = [...lab.taken.values()].map(nameOf)
        for (const write of lab.refused)
          if (taken.includes(nameOf(write))) wrong.push(`${nameOf(write)} was refused and has happened`)
        expect(wrong).toEqual([])
        const [first] = lab.rows
        for (const row of lab.rows)
          expect([row.height, row.decided, row.own, row.vote]).toEqual([first!.height, first!.decided, null, null])
      }),
      SEED,
    )
  })

  it('[O22] strong reads show whatever had been told OK, or shown by one, when they were asked', () => {
    const reading = either(120).map((list) => list.flatMap((one) => [one, [16, one[1]], [17, one[1]]] as const))
    fc.assert(
      fc.property(reading, (happenings) => {
        expect(played(happenings as [number, number][]).broken).toEqual([])
      }),
      { seed: 7, numRuns: 8000 },
    )
  })

  describe('[O24] a region that has joined a ballot votes in no lower one', () => {
    /** The first two ask for the row, and nobody hears of it. */
    function collided(): { lab: ThreeRegions; pass: (type: string, from: number, to: number) => void } {
      const lab = new ThreeRegions()
      lab.write(0)
      lab.write(1)
      lab.flying = []
      const pass = (type: string, from: number, to: number) => {
        const at = lab.flying.findIndex((one) => one.message.type === type && one.from === from && one.to === to)
        expect(at).toBeGreaterThanOrEqual(0)
        lab.deliver(at)
      }
      return { lab, pass }
    }

    it('though it had joined that one, too', () => {
      const { lab, pass } = collided()
      lab.timeOut(0)
      pass('prepare', 0, 2)
      pass('joined', 2, 0)
      lab.timeOut(1)
      for (const [type, from, to] of [
        ['prepare', 1, 2],
        ['joined', 2, 1],
        ['accept', 1, 2],
        ['accepted', 2, 1],
      ] as const)
        pass(type, from, to)
      expect(lab.rows[1]!.decided).toEqual([0, 1, 0])
      pass('accept', 0, 2)
      expect(lab.flying.filter(({ message }) => message.type === 'accepted')).toEqual([])
      healed(lab)
      expect([lab.broken, lab.refused.map(nameOf)]).toEqual([[], ['0:1']])
    })

    it('and joins none', () => {
      const { lab, pass } = collided()
      lab.timeOut(0)
      lab.timeOut(1)
      pass('prepare', 1, 2)
      pass('prepare', 0, 2)
      pass('outdone', 2, 0)
      pass('joined', 2, 1)
      healed(lab)
      expect([lab.broken, lab.refused.map(nameOf)]).toEqual([[], ['0:1']])
    })
  })
})
