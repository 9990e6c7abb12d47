// I13 can tell: it is shown a run into which something false was written.
import { describe, expect, it } from 'vitest'
import { Fold } from '../fold.ts'
import { randomMasters } from '../observe/randomMasters.ts'
import type { Group } from '../regions/group.ts'
import { randomRegions } from '../spec/randomRegions.ts'
import type { World } from '../world/index.ts'

/** A run in the middle: what is written into the group of its first region that has a leader. */
function violation(plant: (group: Group, world: World) => void): string | undefined {
  const engine = new Fold(randomRegions(3))
  const { world } = (engine as unknown as { kernel: { world: World } }).kernel
  const isReady = ({ leader, decided }: Group): boolean => leader >= 0 && decided > 3
  for (let t = 1; !world.multi!.regions!.groups.some(isReady); t++) engine.runTo(t * 10_000)
  plant(world.multi!.regions!.groups.find(isReady)!, world)
  engine.runTo(engine.time + 3_000_000)
  return engine.frame().checkers.find(({ name }) => name === 'I13')!.violation?.text
}

describe('[I13] the checker of regions', () => {
  it('finds nothing in a run that was left alone, and has nothing to say of single servers', () => {
    expect(violation(() => {})).toBeUndefined()
    const { checkers } = new Fold(randomMasters(13)).frame()
    expect(checkers.map(({ name }) => name)).not.toContain('I13')
  })

  it('finds a change that is on one disk only', () => {
    const text = violation((group) => {
      group.replicas = group.replicas.map((one, zone) => (zone === group.leader ? one : { ...one, persisted: 0 }))
    })
    expect(text).toMatch(/^db\d has decided up to \d+ with 1 of 3 replicas\.$/)
  })

  it('finds a decision that is taken back', () => {
    const text = violation((group) => {
      group.decided -= 2
    })
    expect(text).toMatch(/^db\d (had|has) decided up to \d+ /)
  })

  it('finds a leader that nobody knows of', () => {
    const text = violation((group) => {
      group.leader = (group.leader + 1) % 3
    })
    expect(text).toMatch(/^1 replicas of db\d lead\.$/)
  })
})
