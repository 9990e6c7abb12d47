import type { Walkthrough } from './walkthrough.ts'

/** One walkthrough alone, from the file of its name; undefined when there is none of that name. */
export async function fetchWalkthrough(id: string): Promise<Walkthrough | undefined> {
  const files = import.meta.glob<Record<string, Walkthrough>>('./walkthroughs/*.ts')
  const module = await files[`./walkthroughs/${id}.ts`]?.()
  return module && Object.values(module).find((one) => one.id === id)
}
