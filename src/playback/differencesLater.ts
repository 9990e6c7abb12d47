// In place of the differences between two branches in the lab's page: they come with the branches.
type Differences = typeof import('./differences.ts')

let here: Differences | null = null

export async function fetchDifferences(): Promise<void> {
  here = await import('./differences.ts')
}

export const differences: Differences['differences'] = (...frames) => {
  if (here === null) throw new Error('What differs between branches has not been fetched yet.')
  return here.differences(...frames)
}
