/** What axe says of a page as it stands. */
import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

/** The rules of axe that a theme decides. */
export const OF_COLOURS = ['color-contrast', 'link-in-text-block'] as const

/**
 * Serious and critical findings, each with its rule, its markup and what would mend it. Waits until nothing slides in.
 * `within`: only there, where the rest of the page has been looked at before. `rules`: only these, likewise.
 */
export async function findings(page: Page, within?: string, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  // A panel that slides in is half transparent on its way.
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0)
  return page.evaluate(
    async ({ within, rules }) => {
      const context =
        within === undefined ? document : [...document.querySelectorAll(within)].filter((one) => one.checkVisibility())
      if (Array.isArray(context) && context.length === 0) return [`Nothing is ${within}.`]
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(context as axe.ElementContext, {
        resultTypes: ['violations'],
        ...(rules && { runOnly: { type: 'rule', values: [...rules] } }),
      })
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))
    },
    { within, rules },
  )
}
