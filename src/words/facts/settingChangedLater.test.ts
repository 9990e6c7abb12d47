// The figure fetches the sentences about settings only for a run that has any: then they are the same.
import { expect, it } from 'vitest'
import { sampleFacts } from '../fixtures/sample-facts.ts'
import { SETTING_FACTS } from './settingChanged.ts'
import { fetchSettingWords, SETTING_FACTS as LATER } from './settingChangedLater.ts'

it('says nothing before, and the same afterwards', async () => {
  const facts = sampleFacts.filter(({ kind }) => kind === 'setting-changed')
  expect(facts.length).toBeGreaterThan(0)
  const said = (words: typeof SETTING_FACTS) =>
    facts.flatMap((fact) => [words['setting-changed'].log(fact), words['setting-changed'].tell(fact)])
  expect(said(LATER).join('')).toBe('')
  await fetchSettingWords()
  expect(said(LATER)).toEqual(said(SETTING_FACTS))
})
