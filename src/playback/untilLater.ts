// In place of what plays up to a condition in the lab's page: it comes with the first one, which only lessons have.
type Untils = typeof import('./until.ts')

let here: Untils | null = null

export function fetchUntil(): Promise<void> | null {
  if (here !== null) return null
  return import('./until.ts').then((untils) => {
    here = untils
  })
}

export const untilOf: Untils['untilOf'] = (...args) => {
  if (here === null) throw new Error('What plays up to a condition has not been fetched yet.')
  return here.untilOf(...args)
}
