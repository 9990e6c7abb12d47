import { describe, expect, it } from 'vitest'
import { roomOf, roomWords } from './room.ts'

const room = (width: number, height: number, textSize = 100, theme: 'light' | 'projector' = 'light') =>
  roomOf({ width, height }, { theme, textSize })

describe('the room', () => {
  it.each<[number, number, number, ReturnType<typeof room>['layout'], boolean]>([
    [1920, 1080, 100, 'columns', false],
    [1280, 800, 100, 'columns', false],
    [1024, 768, 100, 'drawers', false],
    [960, 640, 100, 'drawers', false],
    [640, 900, 100, 'phone', false],
    [390, 844, 100, 'phone', false],
    [844, 390, 100, 'drawers', true],
    [1280, 800, 150, 'drawers', true],
    [1280, 800, 200, 'drawers', true],
    [390, 844, 200, 'phone', true],
  ])('%d x %d at %d %% is laid out as %s', (width, height, size, layout, short) => {
    expect(room(width, height, size)).toMatchObject({ layout, short, scale: size / 100 })
  })

  it('shows on a projector what a page of 960 x 540 shows, twice as large', () => {
    expect(room(1920, 1080, 100, 'projector')).toMatchObject({ scale: 2, width: 960, height: 540, layout: 'drawers' })
    expect(room(3840, 2160, 100, 'projector').scale).toBe(4)
  })

  it('shrinks nothing on a small screen, and leaves a projector enough to work with', () => {
    expect(room(800, 600, 100, 'projector').scale).toBe(1)
    const largest = room(1920, 1080, 200, 'projector')
    expect(largest.width).toBeGreaterThanOrEqual(640)
    expect(largest.height).toBeGreaterThanOrEqual(360)
  })

  it('is told to the style sheet in words', () => {
    expect(roomWords(room(1280, 800))).toBe('columns')
    expect(roomWords(room(960, 540))).toBe('drawers short under-1184 under-1100')
    expect(roomWords(room(390, 844))).toBe('phone under-1184 under-1100 under-900 under-720 under-480')
  })
})
