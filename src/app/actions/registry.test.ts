// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { empty } from '../../scenarios/index.ts'
import { createLab } from '../../worker/index.ts'
import { createLive, type Live } from '../live/live.ts'
import { page } from '../page/page.ts'
import { allActions, perform, press, type UserAction } from './index.ts'
import { chord } from './keyboard.ts'

let live: Live
beforeEach(() => {
  document.body.innerHTML = ''
  page.set({ where: 'lab', shortcuts: true, selection: null, open: null, legend: true })
  live = createLive(createLab())
  live.do({ do: 'load', run: empty.run })
})

/** Keys that belong to more than one action of these groups; B counts hands while there are any to count. */
function keysOf(is: (group: UserAction['group']) => boolean): string[] {
  const keys = allActions().flatMap(({ id, group, keys }) => (is(group) && id !== 'blackout' ? keys : []))
  return keys.filter((one, i) => keys.indexOf(one) !== i)
}

const key = (name: string, target: EventTarget = document.body, more: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more })
  Object.defineProperty(event, 'target', { value: target })
  return press(live, event)
}
const node = (id: string) => live.latest?.frame.nodes.find((one) => one.id === id)

describe('the registry of user actions', () => {
  it('gives every action its own name and label, and every key to one action', () => {
    const ids = allActions().map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    // Those of a walkthrough apply nowhere else, and those of presenting it go before them.
    for (const groups of [['lesson'], ['present']]) {
      const twice = keysOf((group) => groups.includes(group))
      expect(twice).toEqual([])
    }
    expect(keysOf((group) => group !== 'lesson' && group !== 'present')).toEqual([])
    for (const { id, label } of allActions()) expect(label().trim(), id).not.toBe('')
  })

  it('spells chords alike on every keyboard', () => {
    const plain = { code: '', shiftKey: false, ctrlKey: false, altKey: false, metaKey: false }
    expect(chord({ ...plain, key: ' ' })).toBe('Space')
    expect(chord({ ...plain, key: 'k' })).toBe('K')
    expect(chord({ ...plain, key: 'Z', shiftKey: true })).toBe('Shift+Z')
    // '>' on an American keyboard, ':' on a German one.
    for (const shifted of ['>', ':'])
      expect(chord({ ...plain, key: shifted, code: 'Period', shiftKey: true })).toBe('Shift+.')
    expect(chord({ ...plain, key: '?', shiftKey: true })).toBe('?')
    expect(chord({ ...plain, key: '[', code: 'Digit8', ctrlKey: true, altKey: true })).toBe('[')
    expect(chord({ ...plain, key: 'k', ctrlKey: true })).toBe('')
  })
})

describe('a key press', () => {
  it('kills the master, undoes it, and does it again', () => {
    expect(key('k')).toBe(true)
    expect(node('db1')?.process).toBe('down')
    expect(key('z')).toBe(true)
    expect(node('db1')?.process).toBe('up')
    expect(key('Z', document.body, { shiftKey: true })).toBe(true)
    expect(node('db1')?.process).toBe('down')
  })

  it('acts on the selected node, and only where that makes sense', () => {
    key('2')
    expect(page.get().selection).toEqual({ kind: 'node', id: 'db2' })
    expect(key('u')).toBe(false)
    key('k')
    expect(node('db2')?.process).toBe('down')
    expect(node('db1')?.process).toBe('up')
    expect(key('u')).toBe(true)
  })

  it('cuts and heals the link that the selected node copies over', () => {
    key('3')
    const link = () => live.latest?.frame.links.find(({ id }) => id === 'db1~db3')?.state
    key('x')
    expect(link()).toBe('cut')
    key('x')
    expect(link()).toBe('up')
  })

  it('belongs to a focused button, slider or field', () => {
    document.body.innerHTML = '<button></button><input><div role="slider"></div>'
    const [button, input, slider] = [...document.body.children] as [Element, Element, Element]
    expect(key(' ', button)).toBe(false)
    expect(live.latest?.transport.playing).toBe(false)
    expect(key('k', input)).toBe(false)
    expect(key('ArrowRight', slider)).toBe(false)
    expect(key('g', button)).toBe(true)
  })

  it('does nothing with shortcuts off, except to leave', () => {
    page.set({ shortcuts: false, open: 'settings' })
    expect(key('k')).toBe(false)
    expect(node('db1')?.process).toBe('up')
    expect(key('Escape')).toBe(true)
    expect(page.get().open).toBe(null)
  })
})

describe('an action that does not apply', () => {
  it('is not carried out', () => {
    expect(perform(live, 'undo')).toBe(false)
    expect(perform(live, 'promote', { kind: 'node', id: 'db2' })).toBe(false)
  })
})

describe('the topology and the mode by keys', () => {
  const ids = () => live.latest?.frame.nodes.map(({ id }) => id)
  const upstream = (id: string) => node(id)?.upstream
  const selected = (id: string) => page.set({ selection: { kind: 'node', id } })

  it('adds a slave under the master, or under the selected node, each with a name of its own', () => {
    expect(key('+')).toBe(true)
    expect(upstream('db4')).toBe('db1')
    selected('db2')
    expect(key('+')).toBe(true)
    expect(upstream('db5')).toBe('db2')
    key('z')
    expect(ids()).toEqual(['db1', 'db2', 'db3', 'db4'])
  })

  it('does not use the name of a removed slave again, nor removes a master', () => {
    selected('db3')
    expect(key('Delete')).toBe(true)
    expect(ids()).toEqual(['db1', 'db2'])
    expect(page.get().selection).toBe(null)
    key('+')
    expect(ids()).toEqual(['db1', 'db2', 'db4'])
    selected('db1')
    expect(key('Delete')).toBe(false)
  })

  it('adds until there are nine nodes', () => {
    for (let i = 0; i < 6; i++) expect(key('+')).toBe(true)
    expect(ids()).toHaveLength(9)
    expect(key('+')).toBe(false)
  })

  it('asks whom a slave is to copy from, and never offers a circle', () => {
    const db3 = { kind: 'node' as const, id: 'db3' }
    page.set({ selection: db3 })
    expect(key('o')).toBe(true)
    expect(page.get().open).toBe('actions')
    expect(perform(live, 'repoint', db3, 'db2')).toBe(true)
    expect(live.latest?.transport.run.interventions).toMatchObject([{ do: 'repoint', node: 'db3', upstream: 'db2' }])
    live.do({ do: 'seek', t: 1_000_000 })
    expect(upstream('db3')).toBe('db2')
    expect(perform(live, 'repoint', { kind: 'node', id: 'db2' }, 'db3')).toBe(false)
    expect(perform(live, 'repoint', db3, 'db2')).toBe(false)
  })

  it('goes round the four modes, in the lab alone', () => {
    const modes = []
    for (let i = 0; i < 4; i++) {
      expect(key('m')).toBe(true)
      modes.push(live.latest?.frame.mode.kind)
    }
    expect(modes).toEqual(['semi-sync', 'quorum', 'all', 'async'])
    page.set({ where: 'home' })
    expect(key('m')).toBe(false)
    expect(key('+')).toBe(false)
  })
})
