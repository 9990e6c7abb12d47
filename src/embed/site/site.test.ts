// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { everyWalkthrough } from '../../lessons/index.ts'
import { preset } from '../../scenarios/index.ts'
import { readAddress } from '../address/readAddress.ts'
import { filesOf } from './index.ts'
import { siteAddressOf } from './siteAddress.ts'

describe('the address of a site', () => {
  it('is that of the folder, with a slash at its end', () => {
    expect(siteAddressOf('https://lab.example/replication')).toBe('https://lab.example/replication/')
    expect(siteAddressOf('http://localhost:8080/')).toBe('http://localhost:8080/')
    expect(siteAddressOf('https://LAB.example')).toBe('https://lab.example/')
  })

  it.each([
    'lab.example/replication',
    '/replication/',
    'file:///home/lab/',
    'javascript:alert(1)',
    'https://me:secret@lab.example/',
    'https://lab.example/?a=b',
    'https://lab.example/#/lab',
    'https://lab.example/index.html',
    'x'.repeat(5000),
  ])('is refused with one sentence that quotes it: %s', (text) => {
    expect(() => siteAddressOf(text)).toThrow(
      /^SITE_ADDRESS is "[^"]{1,200}", and [^.;]*; it takes the address of the lab's folder, as in https:[^ ]*\.$/,
    )
  })
})

describe('what a site says to those who ask by oEmbed', () => {
  const site = 'https://lab.example/replication/'

  it('is a page and an answer for each run; the one leads to the other, and both show it', async () => {
    const ids = ['two-masters-lww']
    const files = await filesOf(site, [preset(ids[0]!)!], [])
    expect(Object.keys(files).sort()).toEqual(ids.flatMap((id) => [`oembed/${id}.json`, `s/${id}/index.html`]).sort())
    for (const id of ids) {
      const page = new DOMParser().parseFromString(files[`s/${id}/index.html`]!, 'text/html')
      const link = page.querySelector<HTMLLinkElement>('link[type="application/json+oembed"]')!
      expect(link.href).toBe(`${site}oembed/${id}.json`)
      expect(page.querySelector<HTMLLinkElement>('link[rel=canonical]')!.href).toBe(`${site}s/${id}/`)
      // A page that shows and leads on, and sends nobody anywhere.
      expect(page.querySelectorAll('script, meta[http-equiv], iframe')).toHaveLength(0)
      expect(page.querySelector('figure svg title')!.textContent).not.toBe('')
      expect(page.querySelectorAll('figure svg text').length).toBeGreaterThan(10)
      expect(page.querySelector('figcaption a')!.getAttribute('href')).toMatch(
        new RegExp(`^\\.\\./\\.\\./#/lab\\?preset=${id}&t=[1-9]\\d+$`),
      )

      const answer = JSON.parse(files[`oembed/${id}.json`]!)
      expect(answer).toMatchObject({
        version: '1.0',
        type: 'rich',
        provider_url: site,
        width: 640,
        title: page.querySelector('h1')!.textContent,
      })
      const frame = new DOMParser().parseFromString(answer.html, 'text/html').querySelector('iframe')!
      expect([frame.width, frame.height]).toEqual([`${answer.width}`, `${answer.height}`])
      const { asked, warnings } = readAddress(new URL(frame.src))
      expect([asked.scenario, warnings]).toEqual([id, []])
    }
  })

  it('is the same for a walkthrough, whose picture is of its beginning', async () => {
    const lesson = everyWalkthrough[0]!
    const files = await filesOf(site, [], [lesson])
    const answer = JSON.parse(files[`oembed/walkthrough-${lesson.id}.json`]!)
    expect(answer.html).toContain(`embed/v1/#walkthrough=${lesson.id}"`)
    const page = files[`s/walkthrough-${lesson.id}/index.html`]!
    expect(page).toContain(`href="../../#/learn/${lesson.id}/1"`)
    expect(page).toContain(`href="${site}oembed/walkthrough-${lesson.id}.json"`)
  })
})
