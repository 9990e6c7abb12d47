import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Choice, routed } from './route.ts'

const choice = (part: Partial<Choice> = {}): Choice => ({
  route: 'random',
  leader: 0,
  slaves: [1, 2, 3],
  nearest: -1,
  sticksTo: -1,
  sinceOwnWriteUs: -1,
  windowUs: 1000,
  below: () => 1,
  ...part,
})

test('[R11] leader asks the leader, and so does everybody where there is no slave', () => {
  expect(routed(choice({ route: 'leader' }))).toBe(0)
  for (const route of ['random', 'sticky', 'leader-after-write', 'wait-for-position'] as const)
    expect(routed(choice({ route, slaves: [] }))).toBe(0)
})

test('[R12] a slave is drawn by luck, which is not drawn where there is only one', () => {
  for (const route of ['random', 'sticky', 'leader-after-write', 'wait-for-position'] as const)
    expect(routed(choice({ route }))).toBe(2)
  const below = () => {
    throw new Error('drawn')
  }
  expect(routed(choice({ slaves: [3], below }))).toBe(3)
})

test('[R13] sticky stays where it was, unless that one is not there any more', () => {
  expect(routed(choice({ route: 'sticky', sticksTo: 3 }))).toBe(3)
  expect(routed(choice({ route: 'sticky', sticksTo: 7 }))).toBe(2)
})

test('[R14] leader after own write: the leader within the window, to the microsecond', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1, max: 2000 }), (sinceOwnWriteUs) => {
      const node = routed(choice({ route: 'leader-after-write', sinceOwnWriteUs }))
      expect(node === 0).toBe(sinceOwnWriteUs >= 0 && sinceOwnWriteUs < 1000)
    }),
    { seed: 3 },
  )
})

test('[R22] nearest asks the node where the client stands, and the leader where there is none', () => {
  expect(routed(choice({ route: 'nearest', nearest: 2 }))).toBe(2)
  expect(routed(choice({ route: 'nearest' }))).toBe(0)
  expect(routed(choice({ route: 'nearest', nearest: 0, slaves: [] }))).toBe(0)
})
