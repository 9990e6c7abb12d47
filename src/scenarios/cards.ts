/** What stands on the cards of presets. The build puts the finished lists in this place, without the runs. */
import { presets } from './all.ts'
import { home } from './home.ts'
import type { Preset } from './preset.ts'

export type PresetCard = Pick<Preset, 'id' | 'title' | 'description' | 'pictogram'>

const cardOf = ({ id, title, description, pictogram }: Preset): PresetCard => ({ id, title, description, pictogram })

/** In the order of learning. */
export const presetCards: readonly PresetCard[] = presets.map(cardOf)
/** It stands in menus only. */
export const homeCard: PresetCard = cardOf(home)
