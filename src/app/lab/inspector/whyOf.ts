/**
 * What to ask when somebody wonders about a coloured state: the kinds of event that can have made it so, and where
 * they happen. The newest of them is the reason; its causes follow by themselves.
 */
import type { ClientFrame, FactKind, Frame, LinkFrame, NodeFrame } from '../../../engine/index.ts'
import { linkStateWord, outcomeWord, panels, roleWord, verdictWord } from '../../../words/index.ts'
import type { Wondering } from './whyRun.ts'

const { about } = panels

/** A role that is not the one it started with, or a node that is not up. */
export function whyRole(node: NodeFrame): Wondering | null {
  const { id, process, role, epoch } = node
  const name = about.role(id, roleWord(node))
  if (process === 'down') return { about: name, kinds: ['killed'], at: id }
  if (process === 'recovering') return { about: name, kinds: ['node-restarted'], at: id }
  if (role === 'fenced') return { about: name, kinds: ['fenced'], at: id }
  if (role === 'rewinding') return { about: name, kinds: ['rewind-started'], at: id }
  if (role === 'read-only') return { about: name, kinds: ['made-read-only'], at: id }
  if (role === 'candidate') return { about: name, kinds: ['chosen', 'switchover-asked'] }
  if (role === 'draining') return { about: name, kinds: ['drain-started'], at: id }
  if (role === 'promoting') return { about: name, kinds: ['drained', 'drain-started'], at: id }
  if (role === 'master' && epoch > 1) return { about: name, kinds: ['promoted'], at: id }
  return null
}

const RECEIVER: readonly FactKind[] = [
  'receiver-stopped',
  'receiver-connecting',
  'receiver-connected',
  'receiver-refused',
  'receiver-started',
  'repointed',
  'copy-started',
  'copy-failed',
]

export const whyReceiver = ({ id, process }: NodeFrame): Wondering => ({
  about: about.receiver(id),
  kinds: process === 'up' ? RECEIVER : ['killed', 'node-restarted'],
  at: id,
})

export const whyApplier = ({ id, process, applier }: NodeFrame): Wondering => ({
  about: about.applier(id),
  kinds:
    process !== 'up'
      ? ['killed', 'node-restarted']
      : applier.state === 'stopped' || applier.state === 'failed'
        ? ['applier-stopped']
        : applier.state === 'blocked'
          ? ['rows-locked']
          : applier.state === 'delaying'
            ? ['apply-held']
            : ['applier-started', 'apply-started', 'entries-applied'],
  at: id,
})

/** What holds a slave up: its own death, a thread that stands still, a link that carries nothing, or the work itself. */
export function whyLag(node: NodeFrame, { links, nodes }: Frame): Wondering | null {
  const { id, lag, process, receiver, applier, upstream } = node
  if (lag === null || lag.level === 'ok') return null
  const name = about.lag(id)
  if (process !== 'up') return { about: name, kinds: ['killed'], at: id }
  if (applier.state === 'stopped' || applier.state === 'failed')
    return { about: name, kinds: ['applier-stopped'], at: id }
  if (applier.state === 'blocked') return { about: name, kinds: ['rows-locked'], at: id }
  if (receiver.state === 'copying' || receiver.state === 'refused')
    return { about: name, kinds: ['copy-started', 'receiver-refused'], at: id }
  const above = receiver.peer ?? upstream
  if (nodes.some((one) => one.id === above && one.process === 'down'))
    return { about: name, kinds: ['killed'], at: above! }
  const link = links.find(({ a, b }) => (a === id && b === above) || (b === id && a === above))
  if (link && link.state !== 'up') return { about: name, kinds: ['link-cut', 'link-stalled'], at: link.id }
  if (receiver.state !== 'streaming') return { about: name, kinds: RECEIVER, at: id }
  if (lag.entriesToApply > 0) return { about: name, kinds: ['apply-started', 'entries-received'], at: id }
  return { about: name, kinds: ['entries-sent', 'resent', 'entries-received'] }
}

export function whyLink(link: LinkFrame): Wondering | null {
  if (link.state === 'up' && link.since === 0) return null
  const kinds: FactKind[] = [
    link.state === 'cut' ? 'link-cut' : link.state === 'stalled' ? 'link-stalled' : 'link-healed',
  ]
  return { about: about.link(link.a, link.b, linkStateWord(link)), kinds, at: link.id }
}

const ANOMALY: Partial<Record<NonNullable<ClientFrame['lastRead']>['verdict'], FactKind>> = {
  stale: 'stale-read',
  'own-write-missing': 'own-write-missing',
  'went-back': 'read-went-back',
}

/** What is wrong about its last read: the way leads back to what the node lacked. */
export function whyRead({ id, lastRead }: ClientFrame): Wondering | null {
  const kind = lastRead && ANOMALY[lastRead.verdict]
  return lastRead && kind ? { about: about.read(id, verdictWord(lastRead.verdict)), kinds: [kind], at: id } : null
}

export function whyAnswer({ id, last }: ClientFrame): Wondering | null {
  if (!last || last.outcome === 'ok') return null
  const kind = last.outcome === 'error' ? 'write-error' : 'write-unknown'
  return { about: about.answer(id, outcomeWord(last.outcome)), kinds: [kind], at: id }
}
