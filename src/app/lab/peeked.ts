/** What the stage shows instead of the present, while somebody points at another instant; null = nobody does. */
import { create } from 'zustand'
import type { Frame } from '../../engine/index.ts'

export const usePeeked = create<{ frame: Frame | null }>(() => ({ frame: null }))
