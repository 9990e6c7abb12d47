import type { CheckerFrame } from '../frame/index.ts'
import type { SmallWorld } from '../observe/smallWorld.ts'

/** What one checker says about a small world, for tests. */
export function verdict(small: SmallWorld, name: string): CheckerFrame {
  return small.observers.checkerFrames(small.world).find((checker) => checker.name === name)!
}

/** A story in which nothing is wrong: writes, a slave that is late, a death, a clean failover, more writes. */
export function honestStory(small: SmallWorld): SmallWorld {
  small.wait(1000).write()
  small.wait(1000).write('db1', ['db2'], 3)
  small.wait(1000).receive('db3', 'db1').apply('db3')
  small.wait(1000).kill('db1')
  small.wait(1000).promote('db2')
  small.node('db3').epoch = 2
  small.wait(1000).write('db2', ['db3'])
  return small
}
