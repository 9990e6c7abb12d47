import { expect, it } from 'vitest'
import { everyPreset } from './all.ts'
import { fetchPreset } from './fetchPreset.ts'

it('every preset is found by its id, in the file of that name', async () => {
  for (const preset of everyPreset) expect(await fetchPreset(preset.id)).toBe(preset)
})

it('a preset is the same when it has been written down, as the build of the figure does', () => {
  for (const preset of everyPreset) expect(JSON.parse(JSON.stringify({ ...preset }))).toStrictEqual({ ...preset })
})

it('what is no preset is not found', async () => {
  for (const id of ['index', 'all', 'preset', '../run/index', 'none', '']) expect(await fetchPreset(id)).toBeUndefined()
})
