// @vitest-environment jsdom
/** Whatever the address holds, the page ends up with a run that works, and one sentence when it is another one. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { linkHash } from '../../run/index.ts'
import { empty, home, presets } from '../../scenarios/index.ts'
import { createLab } from '../../worker/index.ts'
import { createLive, type Live } from '../live/live.ts'
import { page } from '../page/page.ts'
import { openHash } from './open.ts'

let live: Live
beforeEach(() => {
  live = createLive(createLab())
})

const transport = () => live.latest?.transport
const sentences = () => page.get().notices.map(({ text }) => text)
const linked = (t: number) => {
  const link = linkHash(home.run, t)
  if ('problem' in link) throw new Error(link.problem)
  return link.hash
}

describe('opening an address', () => {
  it('shows a preset at its moment, and the empty lab', async () => {
    openHash(live, '#/lab?preset=semi-sync')
    await vi.waitFor(() => expect(transport()?.run.scenario.id).toBe('semi-sync'))
    openHash(live, '#/lab?preset=semi-sync&t=160000')
    await vi.waitFor(() => expect(transport()?.time).toBe(160_000))
    openHash(live, '#/lab')
    expect(transport()?.run).toEqual(empty.run)
    expect(sentences()).toEqual([])
  })

  it('restores exactly the run and the moment of a link', async () => {
    openHash(live, linked(240_001))
    await vi.waitFor(() => expect(transport()).toMatchObject({ time: 240_001, run: home.run }))
    expect(sentences()).toEqual([])
  })

  it('says in one sentence why a link cannot be read, and shows another run', async () => {
    const good = linked(0)
    const bad = ['&t', 's=1.'].map((part) =>
      good.replace(part === '&t' ? part : /s=\d+\./, part === '&t' ? 'x&t' : 's=9.'),
    )
    for (const hash of [...bad, good.slice(0, 40), '#/lab?s=', `#/lab?s=1.${'A'.repeat(3_000_000)}`, '#/learn/1']) {
      openHash(live, hash)
      await vi.waitFor(() => expect(sentences()).toHaveLength(1))
      expect(sentences()[0]).toMatch(/^[^.]+(\.\d[^.]*)*\. Here is another run instead\.$/)
      await vi.waitFor(() => expect(transport()?.run).toEqual(presets[0]!.run))
      openHash(live, '#/lab')
    }
  })

  it('forgets a preset that arrives after a newer address', async () => {
    openHash(live, '#/lab?preset=semi-sync')
    openHash(live, '#/lab?preset=nonsense')
    openHash(live, '#/lab')
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(transport()?.run).toEqual(empty.run)
    expect(sentences()).toEqual([])
  })

  it('forgets a link that arrives after a newer address', async () => {
    openHash(live, linked(240_001))
    openHash(live, '#/lab?preset=lag-under-load')
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(transport()?.run.scenario.id).toBe('lag-under-load')
  })
})
