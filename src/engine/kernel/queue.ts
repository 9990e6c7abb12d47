/**
 * The future: everything that will happen, earliest first, and at one instant in the order in which it was
 * asked for. That total order (time, sequence) is what makes a run repeatable.
 *
 * A binary heap in typed arrays that knows where each event sits, so that cancelling a timer takes it out at
 * once: nothing cancelled is left behind for a digest or a checkpoint to trip over. A handle names the slot
 * as well as the sequence, so no map from handle to place is needed.
 */

/** Slots a handle can name: 2^20 events may be pending at once, and 2^33 may ever be asked for. */
const SLOTS = 1_048_576

/** Immutable; payloads are shared with the queue, so they must never be changed after they were pushed. */
export interface QueueSnapshot<T> {
  readonly size: number
  readonly sequence: number
  readonly times: Float64Array
  readonly sequences: Float64Array
  readonly slots: Int32Array
  readonly payloads: readonly (T | undefined)[]
}

export class EventQueue<T> {
  /** Heap order. Beyond `size`, `slots` holds the free slots, so that it is always a permutation. */
  private times = new Float64Array(64)
  private sequences = new Float64Array(64)
  private slots = Int32Array.from({ length: 64 }, (_, slot) => slot)
  /** By slot. */
  private places = new Int32Array(64)
  private payloads: (T | undefined)[] = []
  private sequence = 0
  private count = 0

  get size(): number {
    return this.count
  }

  /** Time of the earliest event, or null when there is none. */
  peekTime(): number | null {
    return this.count === 0 ? null : this.times[0]!
  }

  /** Adds an event and returns its handle, for `cancel`. `time` in microseconds. */
  push(time: number, payload: T): number {
    const at = this.count
    if (at === this.times.length) this.grow()
    const slot = this.slots[at]!
    this.count = at + 1
    this.payloads[slot] = payload
    const sequence = this.sequence++
    this.rise(at, time, sequence, slot)
    return sequence * SLOTS + slot
  }

  /** Takes the earliest event out; undefined when there is none. Ask `peekTime` before for its time. */
  pop(): T | undefined {
    if (this.count === 0) return undefined
    const payload = this.payloads[this.slots[0]!]
    this.remove(0)
    return payload
  }

  /** False when the event has fired or was cancelled before: a stale handle never hits another event. */
  cancel(handle: number): boolean {
    const place = this.find(handle)
    if (place < 0) return false
    this.remove(place)
    return true
  }

  /** When a pending event is due, or null. */
  timeOf(handle: number): number | null {
    const place = this.find(handle)
    return place < 0 ? null : this.times[place]!
  }

  /** Every pending event in the order in which they will happen: for the digest, and for drawing what is under way. */
  forEach(visit: (time: number, payload: T, sequence: number) => void): void {
    const order = Array.from({ length: this.count }, (_, place) => place)
    order.sort((a, b) => this.times[a]! - this.times[b]! || this.sequences[a]! - this.sequences[b]!)
    for (const place of order) visit(this.times[place]!, this.payloads[this.slots[place]!]!, this.sequences[place]!)
  }

  snapshot(): QueueSnapshot<T> {
    return {
      size: this.count,
      sequence: this.sequence,
      times: this.times.slice(0, this.count),
      sequences: this.sequences.slice(0, this.count),
      slots: this.slots.slice(0, this.payloads.length),
      payloads: this.payloads.slice(),
    }
  }

  restore(from: QueueSnapshot<T>): void {
    while (this.times.length < from.slots.length) this.grow()
    this.count = from.size
    this.sequence = from.sequence
    this.times.set(from.times)
    this.sequences.set(from.sequences)
    this.slots.set(from.slots)
    for (let slot = from.slots.length; slot < this.slots.length; slot++) this.slots[slot] = slot
    for (let place = 0; place < this.count; place++) this.places[this.slots[place]!] = place
    this.payloads = from.payloads.slice()
  }

  private find(handle: number): number {
    const slot = handle % SLOTS
    const place = slot < this.places.length ? this.places[slot]! : this.count
    const there = place < this.count && this.slots[place] === slot
    return there && this.sequences[place] === (handle - slot) / SLOTS ? place : -1
  }

  private remove(place: number): void {
    const slot = this.slots[place]!
    this.payloads[slot] = undefined
    const last = --this.count
    if (place < last) {
      const time = this.times[last]!
      const sequence = this.sequences[last]!
      const moved = this.slots[last]!
      if (place > 0 && this.before(time, sequence, (place - 1) >> 1)) this.rise(place, time, sequence, moved)
      else this.sink(place, time, sequence, moved)
    }
    this.slots[last] = slot
  }

  private before(time: number, sequence: number, place: number): boolean {
    const other = this.times[place]!
    return time < other || (time === other && sequence < this.sequences[place]!)
  }

  private rise(from: number, time: number, sequence: number, slot: number): void {
    let place = from
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (!this.before(time, sequence, parent)) break
      this.move(parent, place)
      place = parent
    }
    this.put(place, time, sequence, slot)
  }

  private sink(from: number, time: number, sequence: number, slot: number): void {
    let place = from
    for (;;) {
      let child = 2 * place + 1
      if (child >= this.count) break
      const right = child + 1
      if (right < this.count && this.before(this.times[right]!, this.sequences[right]!, child)) child = right
      if (this.before(time, sequence, child)) break
      this.move(child, place)
      place = child
    }
    this.put(place, time, sequence, slot)
  }

  private move(from: number, to: number): void {
    this.put(to, this.times[from]!, this.sequences[from]!, this.slots[from]!)
  }

  private put(place: number, time: number, sequence: number, slot: number): void {
    this.times[place] = time
    this.sequences[place] = sequence
    this.slots[place] = slot
    this.places[slot] = place
  }

  private grow(): void {
    const before = this.times.length
    if (before >= SLOTS) throw new Error(`More than ${SLOTS} events are pending: something schedules without end.`)
    const times = new Float64Array(before * 2)
    times.set(this.times)
    const sequences = new Float64Array(before * 2)
    sequences.set(this.sequences)
    const slots = Int32Array.from({ length: before * 2 }, (_, slot) => slot)
    slots.set(this.slots)
    const places = new Int32Array(before * 2)
    places.set(this.places)
    this.times = times
    this.sequences = sequences
    this.slots = slots
    this.places = places
  }
}
