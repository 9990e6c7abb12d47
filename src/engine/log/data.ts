import type { Digest } from '../kernel/hash.ts'
import type { EntryStore } from './entries.ts'
import type { NodeLog } from './nodeLog.ts'

/**
 * A node's data: for every key the entry that wrote it last, and which one the heartbeat row last. Pages of 64 keys, copied when they are first
 * written after a checkpoint, so that a checkpoint of 16,384 keys costs the few pages that change.
 */
const PAGE_BITS = 6
const PAGE = 1 << PAGE_BITS

interface Page {
  readonly entries: Int32Array
  readonly owner: object
}

/** Immutable. */
export interface KeyValuesSnapshot {
  readonly pages: readonly (Page | undefined)[]
  readonly heartbeat: number
}

export class KeyValues {
  private pages: (Page | undefined)[] = []
  private owner: object = {}
  /** Id of the entry that wrote the heartbeat row last, or 0. */
  heartbeat = 0

  /** Id of the entry that wrote the key last, or 0. */
  get(key: number): number {
    return this.pages[key >> PAGE_BITS]?.entries[key & (PAGE - 1)] ?? 0
  }

  set(key: number, entry: number): void {
    const place = key >> PAGE_BITS
    let page = this.pages[place]
    if (page === undefined || page.owner !== this.owner) {
      page = { entries: page ? page.entries.slice() : new Int32Array(PAGE), owner: this.owner }
      while (this.pages.length < place) this.pages.push(undefined)
      this.pages[place] = page
    }
    page.entries[key & (PAGE - 1)] = entry
  }

  /** Calls `visit` with every key that was written, by index, and the entry that wrote it last. */
  forEach(visit: (key: number, entry: number) => void): void {
    this.pages.forEach((page, place) => {
      page?.entries.forEach((entry, at) => {
        if (entry !== 0) visit((place << PAGE_BITS) + at, entry)
      })
    })
  }

  /** Applies positions `from` .. `to` of a log, in order. */
  apply(log: NodeLog, from: number, to: number, store: EntryStore): void {
    log.forEachRun(from, to, (first, count) => {
      const end = first + count
      for (let entry = first; entry < end; ) {
        const keys = store.keysOf(entry)
        if (keys === 0) {
          this.heartbeat = entry++
          continue
        }
        let key = store.keyOf(entry)
        for (const last = Math.min(end - 1, store.lastOf(entry)); entry <= last; entry++) {
          this.set(key, entry)
          if (++key === keys) key = 0
        }
      }
    })
  }

  /** Nothing was ever written. */
  clear(): void {
    this.pages = []
    this.heartbeat = 0
  }

  snapshot(): KeyValuesSnapshot {
    this.owner = {}
    return { pages: this.pages.slice(), heartbeat: this.heartbeat }
  }

  restore(from: KeyValuesSnapshot): void {
    this.owner = {}
    this.pages = from.pages.slice()
    this.heartbeat = from.heartbeat
  }

  /** Keys that were written, in order of their index. */
  feed(digest: Digest): void {
    this.forEach((key, entry) => {
      digest.int(key).int(entry)
    })
    digest.int(-1).int(this.heartbeat)
  }
}
