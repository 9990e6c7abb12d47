/** A row as part of the fingerprint of a state. */
import type { Digest } from '../kernel/hash.ts'
import type { RowState } from './row.ts'
import type { Vector } from './vector.ts'
import type { Dot, Version } from './version.ts'

export function feedRow(row: RowState, digest: Digest): void {
  feedVector(row.context, digest)
  for (const list of [row.versions, row.shown]) {
    digest.int(list.length)
    for (const version of list) feedVersion(version, digest)
  }
}

const IMAGES = ['insert', 'update', 'delete']

function feedVersion(version: Version, digest: Digest): void {
  feedDots([version, ...version.sources], digest)
  digest.text(version.value).int(IMAGES.indexOf(version.image)).int(version.priority)
  digest.int(version.wallUs).int(version.hybrid.us).int(version.hybrid.count)
  feedVector(version.context, digest)
  feedDots(version.base?.sources ?? [], digest)
  digest.text(version.base?.value ?? '')
}

function feedDots(dots: readonly Dot[], digest: Digest): void {
  digest.int(dots.length)
  for (const { origin, sequence } of dots) digest.int(origin).int(sequence)
}

function feedVector(vector: Vector, digest: Digest): void {
  digest.int(vector.length)
  for (const sequence of vector) digest.int(sequence)
}
