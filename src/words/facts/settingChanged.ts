/** What somebody set: the only sentence that needs the tables of all settings, for their names and units. */
import type { Fact } from '../../engine/index.ts'
import { settingName, settingText, settingValue } from '../settings.ts'
import { place, type Sentences } from './sentences.ts'

/** " for db3: Applying takes 0.5 ms"; what is everybody's has no owner. */
function changed({ args: { path = '', value, reason } }: Fact): string {
  const [group, one, last] = path.split('.')
  // A link's own setting stands below all links.
  const owner = group === 'network' ? last && place(last) : last && one
  return `${owner === undefined ? '' : ` for ${owner}`}: ${settingName(path)} ${settingValue(path, reason ?? value ?? 0)}`
}

export const SETTING_FACTS = {
  'setting-changed': {
    log: (f) => settingText(f.args, f.at),
    tell: (f) => `Changed${changed(f)}.`,
  },
} satisfies Record<string, Sentences>
