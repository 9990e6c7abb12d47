/**
 * Versions to try a merge function on: values like those of the run, and clocks among few, so that they are often equal
 * or contradict each other. Each is of another node. The n-th draw is the same every time.
 */
import { canonicalJson } from '../../run/index.ts'
import type { MergeBase, MergeVersion } from './sandbox.ts'

export type Triple = { versions: MergeVersion[]; base: MergeBase | null }

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

const NODES = ['db1', 'db2', 'db3']

export class Draw {
  private readonly values: Json[]
  private readonly nodes: string[]
  private readonly deletes: boolean
  private state = 0

  constructor(examples: readonly MergeVersion[]) {
    const texts = [...new Set(examples.flatMap(({ value }) => (value === '' ? [] : [value])))]
    this.values = texts.length === 0 ? [0, 1, 2] : texts.map((text) => JSON.parse(text) as Json)
    this.deletes = examples.some(({ value }) => value === '')
    const nodes = [...new Set(examples.map(({ node }) => node))].sort()
    this.nodes = nodes.length >= 3 ? nodes : NODES
  }

  triple(n: number): Triple {
    this.state = Math.imul(n + 1, 0x9e3779b1)
    const first = this.below(this.nodes.length)
    const versions = [0, 1, 2].map((next) => this.version((first + next) % this.nodes.length))
    return { versions, base: this.below(2) === 0 ? null : { value: this.value() } }
  }

  private version(at: number): MergeVersion {
    return {
      value: this.value(),
      wall: 1000 * this.below(4),
      hybrid: { us: 1000 * this.below(4), count: this.below(2) },
      vector: this.nodes.map((_, place) => this.below(3) + (place === at ? 1 : 0)),
      node: this.nodes[at]!,
    }
  }

  /** Canonical; one in eight is a deleted row, if the run has any. */
  private value(): string {
    if (this.deletes && this.below(8) === 0) return ''
    let value = this.pick(this.values)
    for (let changes = this.below(3); changes > 0; changes--) value = this.changed(value)
    return canonicalJson(value)
  }

  private changed(value: Json): Json {
    if (typeof value === 'number') return this.below(2) === 0 ? this.below(10) : value + this.pick([-1, 1])
    if (typeof value === 'boolean') return !value
    if (typeof value === 'string') return this.below(2) === 0 ? `${value}x` : value.slice(0, -1)
    if (value === null) return null
    if (Array.isArray(value)) {
      if (value.length === 0 || this.below(3) === 0) return [...value, this.changed(this.element(value))]
      const at = this.below(value.length)
      return this.below(2) === 0
        ? value.filter((_, place) => place !== at)
        : value.map((inner, place) => (place === at ? this.changed(inner) : inner))
    }
    const names = Object.keys(value)
    if (names.length === 0) return value
    const name = this.pick(names)
    return { ...value, [name]: this.changed(value[name]!) }
  }

  /** Something that could stand in the list. */
  private element(list: readonly Json[]): Json {
    const others = this.values.filter((value) => Array.isArray(value)).flat() as Json[]
    const known = list.length > 0 ? list : others
    return known.length > 0 ? this.pick(known) : 1
  }

  private pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!
  }

  /** 0 .. n - 1 (mulberry32). */
  private below(n: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * n)
  }
}
