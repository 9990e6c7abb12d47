/** For those who ask their system for less motion: nothing travels, nothing is missing. */
import { KEY, type LabPage } from './labPage.ts'
import { expect, test } from './visit.ts'

const tokens = (lab: LabPage) =>
  lab.stage.evaluate((svg) =>
    Object.fromEntries(
      [...svg.querySelectorAll('[data-message]')].map((token) => {
        // The middle: a token that stands for several writes is wider, in the same place.
        const { x, y, width, height } = token.getBoundingClientRect()
        const place = `${(x + width / 2).toFixed(2)} ${(y + height / 2).toFixed(2)}`
        return [token.getAttribute('data-message')!, { place, text: token.textContent }]
      }),
    ),
  )

for (const reducedMotion of ['reduce', 'no-preference'] as const)
  test.describe(reducedMotion, () => {
    test.use({ contextOptions: { reducedMotion } })
    test(`tokens ${reducedMotion === 'reduce' ? 'stand' : 'travel'} on their way`, { tag: '@R19' }, async ({ lab }) => {
      await lab.openPreset('failover-lost-writes')
      await lab.stepOn(50)
      let [stood, travelled] = [0, 0]
      for (let i = 0; i < 15; i++) {
        const before = await tokens(lab)
        await lab.press(KEY.step, 2)
        for (const [id, { place }] of Object.entries(await tokens(lab)))
          if (before[id]?.place === place) stood++
          else if (id in before) travelled++
      }
      expect(stood + travelled).toBeGreaterThan(20)
      if (reducedMotion === 'reduce') expect(travelled).toBe(0)
      else expect(stood).toBeLessThan(travelled / 10)
    })
  })

test('with reduced motion the same is told: the same texts, marks and outcome', { tag: '@R19' }, async ({
  lab,
  freshProfile,
}) => {
  const still = await freshProfile({ reducedMotion: 'reduce' })
  const told = async (one: LabPage) => ({
    clock: await one.clockPanel(),
    milestone: await one.milestone.innerText(),
    texts: (await one.stage.locator('text').allTextContents()).sort(),
    tokens: Object.entries(await tokens(one)).map(([id, { text }]) => [id, text]),
    participants: await one.page.getByRole('list', { name: 'Participants' }).innerText(),
  })
  for (const one of [lab, still]) {
    await one.openPreset('failover-lost-writes')
    await one.toMilestone(/^killed$/)
  }
  expect(await told(still)).toEqual(await told(lab))
  for (const one of [lab, still]) await one.toMilestone(/^failover-done$/)
  expect(await told(still)).toEqual(await told(lab))
  expect(await still.page.evaluate(() => document.getAnimations().length)).toBe(0)
})
