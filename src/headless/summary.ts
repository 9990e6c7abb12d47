import type { Run } from '../run/index.ts'
import { counterRows, guaranteeSentence, moment, whole } from '../words/index.ts'
import type { Report } from './report.ts'

/** The report as text for people. */
export function summaryOf(run: Run, report: Report): string {
  const { digest, model, endTime, counters, nodes, checkers, milestones } = report
  const broken = checkers.filter(({ kind, held }) => kind === 'invariant' && !held)
  return [
    `${run.scenario.title}, seed ${run.seed}, to ${moment(endTime)}`,
    `digest ${digest}, model ${model}`,
    '',
    ...milestones.map(({ time, text }) => `${moment(time).padStart(12)}  ${text}`),
    ...(milestones.length > 0 ? [''] : []),
    ...nodes.map(
      ({ id, role, epoch, process, received, applied, errant }) =>
        `${id.padEnd(8)} ${(process === 'up' ? role : process).padEnd(10)} e${epoch}  received ${whole(received)}, applied ${whole(applied)}${errant > 0 ? `, ${whole(errant)} nobody else has` : ''}`,
    ),
    '',
    ...counterRows(counters).map(
      ({ name, value, within }) => `${within ? '  ' : ''}${name}`.padEnd(24) + whole(value).padStart(9),
    ),
    '',
    ...checkers.filter(({ kind }) => kind === 'guarantee').map((one) => guaranteeSentence({ ...one, violation: null })),
    ...broken.map(({ name, firstViolation }) => `BROKEN ${name}: ${firstViolation?.text ?? ''}`),
    '',
  ].join('\n')
}
