import type { Fact } from '../../engine/index.ts'
import { terms } from '../terms.ts'
import { beginsWith } from './logs.ts'
import { type Sentences, subject, who } from './sentences.ts'

const gone = ({ args }: Fact): string => args.upstream ?? '?'

/** Nodes that come, go, or copy from somebody else because a person said so, and what the monitor makes of it. */
export const TOPOLOGY_FACTS = {
  'slave-added': {
    log: (f) => `joins as a ${terms.slave} of ${who(f)}`,
    tell: (f) => `${subject(f)} ${beginsWith(f)}.`,
  },
  'slave-removed': {
    log: (f) => (f.args.peer === undefined ? 'is removed' : `is removed, its ${terms.slaves} copy from ${f.args.peer}`),
    tell: (f) =>
      f.args.peer === undefined
        ? `${subject(f)} is taken out of service for good.`
        : `${subject(f)} is taken out of service, and whoever copied from it copies from ${f.args.peer}.`,
  },
  'repoint-asked': {
    log: (f) => `told to copy from ${who(f)}`,
    tell: (f) => `${subject(f)} is told to copy from ${who(f)} from now on.`,
  },
  orphaned: {
    log: (f) => `${who(f)} has lost its upstream, ${gone(f)}`,
    tell: (f) =>
      `${who(f)} has lost ${gone(f)}, the ${terms.slave} that it copied from, so the monitor sends it to the ${terms.master}.`,
  },
} satisfies Record<string, Sentences>
