// In place of the sentences about settings in the figure for articles: it fetches them for the few runs that have any.
import type { Sentences } from './sentences.ts'

let fetched: Sentences | null = null

export const SETTING_FACTS = {
  'setting-changed': {
    log: (f) => fetched?.log(f) ?? '',
    tell: (f) => fetched?.tell(f) ?? '',
  },
} satisfies Record<string, Sentences>

export async function fetchSettingWords(): Promise<void> {
  const { SETTING_FACTS: words } = await import('./settingChanged.ts')
  fetched = words['setting-changed']
}
