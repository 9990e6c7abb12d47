import type { Preset } from './preset.ts'

/** One preset alone, from the file of its name; undefined when there is none of that name. */
export async function fetchPreset(id: string): Promise<Preset | undefined> {
  const files = import.meta.glob<Record<string, Preset>>([
    './*.ts',
    '!./*.test.ts',
    '!./{all,cards,fetchPreset,index,preset}.ts',
  ])
  const module = await files[`./${id}.ts`]?.()
  return module && Object.values(module)[0]
}
