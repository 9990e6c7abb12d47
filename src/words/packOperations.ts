/** The pack of what is done to a running cluster: what somebody set needs the tables of all settings, for names and units. */
import { SETTING_FACTS } from './facts/settingChanged.ts'

export const operations = { facts: SETTING_FACTS }
