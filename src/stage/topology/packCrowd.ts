/**
 * The pack of crowds: how more nodes, clients or monitors stand than a picture of a master and its two slaves has places
 * for, or a low stage; and data centres with their outlines.
 */
import { besideStack } from './besideStack.ts'
import { centers } from './centers.ts'
import { centersLayout } from './centersLayout.ts'
import { treeLayout } from './treeLayout.ts'

export const crowd = { tree: treeLayout, inCenters: centersLayout, outlines: centers, besideStack }
