/**
 * An operator's work on a running cluster, or the monitor's for him: settings, topology, data centres, purged logs, copies
 * of data, and the ways back of a former master.
 */

import { nodeOf } from '../kernel/acts/act.ts'
import { rejoining } from '../kernel/acts/rejoining.ts'
import { takeBack } from '../kernel/acts/takeBack.ts'
import { install, loseCopies, resume, reviewCopies } from '../kernel/copying.ts'
import { cutOff, joinAgain } from '../kernel/dataCenters.ts'
import { nodeNamed } from '../kernel/nodeNamed.ts'
import { rebuild } from '../kernel/rebuild.ts'
import { rejoin, rewind } from '../kernel/rejoin.ts'
import { purge } from '../kernel/retention.ts'
import { setTo } from '../kernel/setTo.ts'
import { join, leave, repoint } from '../kernel/topology.ts'
import type { Pack } from './pack.ts'

export const operations: Pack = {
  name: 'operations',
  acts: {
    role: rejoining,
    receiver: { install: (kernel, part) => install(kernel, nodeOf(kernel, part)) },
    failoverManager: { takeBack },
  },
  interventions: {
    'cut-data-center': (kernel, { dataCenter }) => cutOff(kernel, dataCenter),
    'heal-data-center': (kernel, { dataCenter }) => joinAgain(kernel, dataCenter),
    'add-slave': (kernel, { node, upstream, from }) =>
      join(kernel, node, upstream, from === undefined ? undefined : kernel.node(from)),
    'remove-slave': (kernel, { node }) => leave(kernel, nodeNamed(kernel, node)),
    repoint: (kernel, { node, upstream }) => repoint(kernel, nodeNamed(kernel, node), nodeNamed(kernel, upstream)),
    purge: (kernel, { node }) => purge(kernel, nodeNamed(kernel, node)),
    rebuild: (kernel, { node, from }) => rebuild(kernel, nodeNamed(kernel, node), nodeNamed(kernel, from)),
    rejoin: (kernel, { node }) => rejoin(kernel, nodeNamed(kernel, node)),
    rewind: (kernel, { node }) => rewind(kernel, nodeNamed(kernel, node)),
    set: (kernel, { path, value }) => setTo(kernel, path, value),
  },
  calls: { reviewCopies, loseCopies, resumeCopy: resume },
}
