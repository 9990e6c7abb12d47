/**
 * The timers that a part has set, by id. A part has one to three, and sets one at nearly every step: two short lists
 * are searched faster than a Map is kept tidy.
 */
export class Timers {
  private readonly ids: string[] = []
  private readonly handles: number[] = []

  /** `handle`: of its entry in the queue. */
  set(id: string, handle: number): void {
    const at = this.ids.indexOf(id)
    if (at >= 0) {
      this.handles[at] = handle
      return
    }
    this.ids.push(id)
    this.handles.push(handle)
  }

  /** Forgets a timer and returns its handle; undefined when it is not set. */
  take(id: string): number | undefined {
    const at = this.ids.indexOf(id)
    if (at < 0) return undefined
    const handle = this.handles[at]!
    const last = this.ids.length - 1
    this.ids[at] = this.ids[last]!
    this.handles[at] = this.handles[last]!
    this.ids.pop()
    this.handles.pop()
    return handle
  }

  /** Calls `visit` with every timer, by code units of their ids. */
  forEach(visit: (id: string, handle: number) => void): void {
    for (const id of [...this.ids].sort()) visit(id, this.handles[this.ids.indexOf(id)]!)
  }

  equals(other: Timers): boolean {
    if (this.ids.length !== other.ids.length) return false
    for (let at = 0; at < this.ids.length; at++)
      if (this.ids[at] !== other.ids[at] || this.handles[at] !== other.handles[at]) return false
    return true
  }

  copy(): Timers {
    const copy = new Timers()
    for (let at = 0; at < this.ids.length; at++) copy.set(this.ids[at]!, this.handles[at]!)
    return copy
  }
}
