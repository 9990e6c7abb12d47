/** The entry of the Worker: one playback behind its message port. */
import { createPlayback, Packs } from '../playback/index.ts'
import { fetchMerging } from './merging.ts'
import { type Port, serve } from './serve.ts'

const packs = new Packs(undefined, fetchMerging)
const { engineOf, charts } = packs
serve(globalThis as unknown as Port, createPlayback({ engineOf, charts }), (command) => packs.forCommand(command))
