import { expect, test } from 'vitest'
import { Lab } from '../spec/lab.ts'

test('[V9] the rows of a node are its data: a slave shows what it has applied, newest change first', () => {
  const clients = [{ id: 'c1', thinkMs: 5, keys: 3, writes: 7 }]
  const lab = new Lab({ nodes: ['db1', 'db2'], clients }).pass(500)
  lab.act({ do: 'stop-applier', node: 'db2' }).act({ do: 'write', client: 'c1' }).pass(100)
  const [master, slave] = [lab.engine.rows('db1', 9), lab.engine.rows('db2', 9)]
  expect(master.map(({ position }) => position)).toEqual(
    [...master.map(({ position }) => position)].sort((a, b) => b - a),
  )
  expect(new Set(master.map(({ key }) => key)).size).toBe(master.length)
  expect(slave.every(({ position }) => position <= lab.node('db2').applied)).toBe(true)
  const { key, value, write, epoch } = lab.node('db1').cells.at(-1)!
  expect(master[0]).toEqual({ key, value, position: lab.node('db1').received, write, epoch, origin: 'db1' })
  expect(lab.engine.rows('db1', 1)).toEqual(master.slice(0, 1))
  expect(lab.engine.rows('nobody', 9)).toEqual([])
})
