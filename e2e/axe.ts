/** What axe says of a page as it stands. */
import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

/** Serious and critical findings, each with its rule, its markup and what would mend it. Waits until nothing slides in. */
export async function findings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  // A panel that slides in is half transparent on its way.
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0)
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
    })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))
  })
}
