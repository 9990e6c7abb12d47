/** The entry of the Worker: one playback behind its message port. */
import { createPlayback } from '../playback/index.ts'
import { type Port, serve } from './serve.ts'

serve(globalThis as unknown as Port, createPlayback())
