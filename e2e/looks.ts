/** The looks of a page, tried one after the other on the same page: its window and the system's colours change under it. */
import type { Page } from '@playwright/test'

export const SIZES = {
  desk: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
  wall: { width: 1920, height: 1080 },
}

type Look = 'light desk' | 'dark desk' | 'light phone' | 'dark phone' | 'projector wall'

/** The page must have no theme of its own, and hear its shortcuts. */
export async function inEachLook(page: Page, looks: readonly Look[], at: (look: Look) => Promise<void>): Promise<void> {
  for (const look of looks) {
    const [theme, size] = look.split(' ') as ['light' | 'dark' | 'projector', keyof typeof SIZES]
    await page.setViewportSize(SIZES[size])
    if (theme === 'projector') await page.keyboard.press('Shift+P')
    else await page.emulateMedia({ colorScheme: theme })
    await page.locator(`html[data-theme=${theme}]`).waitFor()
    await at(look)
    if (theme === 'projector') await page.keyboard.press('Shift+P')
  }
}
