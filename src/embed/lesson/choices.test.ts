import { expect, it } from 'vitest'
import { everyWalkthrough } from '../../lessons/index.ts'
import { DEFAULT_NEEDS, readNeeds } from '../../scenarios/index.ts'
import { addressOf } from './choices.ts'

const choices = everyWalkthrough.flatMap(({ steps }) => steps.flatMap(({ choose = [] }) => choose))

it('the address of every choice says its needs, as the lab reads them', () => {
  expect(choices.length).toBeGreaterThan(0)
  for (const { needs } of choices) {
    const said = new URL(addressOf(needs), 'https://example.org/lab/embed/v1/').hash.replace('#/choose?', '')
    expect(readNeeds((name) => new URLSearchParams(said).get(name))).toEqual({ ...DEFAULT_NEEDS, ...needs })
  }
})
