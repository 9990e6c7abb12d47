// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { dismiss, notify, page } from './page.ts'

afterEach(() => {
  vi.restoreAllMocks()
  page.set({ notices: [] })
})

describe('notices', () => {
  it('stay until dismissed, and the same sentence stands once', () => {
    notify('One.')
    notify('Two.')
    notify('One.')
    expect(page.get().notices.map(({ text }) => text)).toEqual(['Two.', 'One.'])
    for (const { id } of page.get().notices) dismiss(id)
    expect(page.get().notices).toEqual([])
  })

  it('about one thing take the place of each other', () => {
    notify('None within 10 s.', { about: 'command' })
    notify('Copied.', { kind: 'news' })
    notify('None within 20 s.', { about: 'command' })
    notify('None within 30 s.', { about: 'command' })
    expect(page.get().notices.map(({ text }) => text)).toEqual(['Copied.', 'None within 30 s.'])
  })

  it('are at most three, the newest', () => {
    for (const text of ['1', '2', '3', '4']) notify(text)
    expect(page.get().notices.map(({ text }) => text)).toEqual(['2', '3', '4'])
  })
})

describe('the theme', () => {
  it('is kept where storage allows', () => {
    page.setTheme('dark')
    expect(localStorage.getItem('replication-lab.theme')).toBe('dark')
  })

  it('changes also where storage is blocked', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError')
    })
    page.setTheme('light')
    expect(page.get().theme).toBe('light')
  })
})
