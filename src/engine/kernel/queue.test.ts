import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EventQueue } from './queue.ts'

/** The same thing as a sorted list: slow and obviously right. */
class SortedList {
  events: { time: number; handle: number; payload: string }[] = []
  push(time: number, payload: string, handle: number): void {
    let place = this.events.length
    while (place > 0 && this.events[place - 1]!.time > time) place--
    this.events.splice(place, 0, { time, handle, payload })
  }
  cancel(handle: number): boolean {
    const place = this.events.findIndex((event) => event.handle === handle)
    if (place >= 0) this.events.splice(place, 1)
    return place >= 0
  }
}

const listed = (queue: EventQueue<string>): [number, string][] => {
  const all: [number, string][] = []
  queue.forEach((time, payload) => {
    all.push([time, payload])
  })
  return all
}

const acts = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('push' as const), time: fc.nat(40) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('pop' as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('cancel' as const), which: fc.nat(200) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('keep' as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('back' as const) }) },
  ),
  { maxLength: 300 },
)

test('[K1] events come in order of time, and at one instant in the order in which they were asked for', () => {
  fc.assert(
    fc.property(acts, (list) => {
      const queue = new EventQueue<string>()
      const model = new SortedList()
      const handles: number[] = []
      let kept = { queue: queue.snapshot(), model: [] as SortedList['events'], handles: 0 }
      let named = 0
      for (const act of list) {
        if (act.do === 'push') {
          const payload = `e${named++}`
          const handle = queue.push(act.time, payload)
          expect(handles).not.toContain(handle)
          handles.push(handle)
          model.push(act.time, payload, handle)
        } else if (act.do === 'pop') {
          expect(queue.peekTime()).toBe(model.events[0]?.time ?? null)
          expect(queue.pop()).toBe(model.events.shift()?.payload)
        } else if (act.do === 'cancel' && handles.length > 0) {
          const handle = handles[act.which % handles.length]!
          const due = model.events.find((event) => event.handle === handle)
          expect(queue.timeOf(handle)).toBe(due?.time ?? null)
          expect(queue.cancel(handle)).toBe(model.cancel(handle))
        } else if (act.do === 'keep') {
          kept = { queue: queue.snapshot(), model: model.events.slice(), handles: handles.length }
        } else if (act.do === 'back') {
          queue.restore(kept.queue)
          model.events = kept.model.slice()
          handles.length = kept.handles
        }
        expect(queue.size).toBe(model.events.length)
        expect(listed(queue)).toEqual(model.events.map((event) => [event.time, event.payload]))
      }
    }),
    { numRuns: 200, seed: 1 },
  )
})

test('[K1] a queue that was set back gives out the same handles again', () => {
  const queue = new EventQueue<string>()
  const first = queue.push(5, 'a')
  queue.push(3, 'b')
  const kept = queue.snapshot()
  const play = () => {
    queue.cancel(first)
    const handles = [queue.push(1, 'c'), queue.push(9, 'd')]
    queue.pop()
    return [...handles, queue.push(2, 'e')]
  }
  const once = play()
  queue.restore(kept)
  expect(play()).toEqual(once)
})

test('[K1] thousands of pending events survive growing and come out sorted', () => {
  const queue = new EventQueue<number>()
  for (let i = 0; i < 5000; i++) queue.push(Math.imul(i, 2654435761) >>> 8, i)
  let before = -1
  while (queue.size > 0) {
    const at = queue.peekTime()!
    expect(at).toBeGreaterThanOrEqual(before)
    before = at
    queue.pop()
  }
})
