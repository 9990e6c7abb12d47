/**
 * Plain data of which some numbers go with time: clocks, ages. A template is such data for a stretch of time; what changes
 * from one stretch to the next is a patch.
 */

/** Plain data; `{ '+': n }` stands for a number that is `n` microseconds more than the present instant. */
export type Template = null | boolean | number | string | Template[] | { [key: string]: Template }

/**
 * What is different: `[value]` instead of what was there, 0 = it is gone, or the parts of an object or a list that changed
 * themselves; of a list, `<` is how many are gone from its front, before all else, and `#` its new length.
 */
export type Patch = [Template] | 0 | { [key: string]: Patch | number }

/** The data at an instant, in microseconds: all of it new, so that nobody shares what is changed later. */
export function filled(template: Template, t: number): unknown {
  if (template === null || typeof template !== 'object') return template
  if (Array.isArray(template)) return template.map((one) => filled(one, t))
  if ('+' in template) return t + (template['+'] as number)
  const data: Record<string, unknown> = {}
  for (const key in template) data[key] = filled(template[key]!, t)
  return data
}

/** The next template; parts that a patch leaves alone are the same objects. */
export function patched(template: Template, patch: Patch): Template {
  if (Array.isArray(patch)) return patch[0]
  const gone = (patch as { '<'?: number })['<']
  const next = (Array.isArray(template) ? template.slice(gone) : { ...(template as object) }) as {
    [key: string]: Template
  }
  for (const [key, part] of Object.entries(patch as object) as [string, Patch | number][])
    if (key === '#') next['length'] = part as number
    else if (key === '<') continue
    else if (part === 0) delete next[key]
    else next[key] = patched(next[key]!, part as Patch)
  return next
}
