import type { Lane, Mark, Span, Timeline } from './lanes.ts'

// Timelines made by hand, for tests and for looking at: the run of the lab picture, and a crowded one.

const s = (seconds: number) => Math.round(seconds * 1_000_000)
let fact = 0
const marks = (is: Mark['is'], times: number[], count = 1): Mark[] =>
  times.map((t) => ({ t: s(t), is, count, fact: ++fact }))
const span = (from: number, to: number, is: Span['is']): Span => ({ from: s(from), to: s(to), is })

/** Semi-sync times out at 5.9 s, the master dies at 6.5 s, db2 is chosen at 8.02 s; now it is 8.32 s. */
export const semiSyncTimesOut: Timeline = {
  from: s(4),
  to: s(9.2),
  playedTo: s(8.32),
  lanes: [
    {
      id: 'clients',
      spans: [span(0, 6.5, 'answered'), span(6.5, 8.32, 'no-answer')],
      marks: [
        ...marks('write', [4.22, 4.49, 4.75, 5.03, 5.27, 5.9, 6.412, 6.48]),
        { t: s(6.44), is: 'lost', count: 2, fact: ++fact },
      ],
    },
    {
      id: 'db1',
      spans: [span(0, 6.5, 'master'), span(6.5, 8.32, 'down')],
      marks: [...marks('ack', [4.48, 4.74, 5.02, 5.26]), ...marks('timeout', [5.9]), ...marks('death', [6.5])],
    },
    {
      id: 'db2',
      spans: [span(0, 8.02, 'slave'), span(8.02, 8.32, 'promoting')],
      marks: [...marks('applied', [4.46, 5.26, 6.06, 6.86, 7.66]), ...marks('chosen', [8.02])],
    },
    { id: 'db3', spans: [span(0, 8.32, 'slave')], marks: marks('applied', [4.3, 5.1, 5.9]) },
    {
      id: 'monitor',
      spans: [span(0, 8.32, 'watching')],
      marks: [...marks('probe', [4.5, 5, 5.5, 6, 6.5]), ...marks('probe-missed', [7, 7.5, 8])],
    },
  ],
}

const every = (from: number, to: number, step: number): number[] => {
  const times: number[] = []
  for (let t = from; t < to; t += step) times.push(Math.round(t * 10_000) / 10_000)
  return times
}

/** `nodes` nodes under load, with every sign there is. */
export function crowded(nodes: number): Timeline {
  const slave = (i: number): Lane => ({
    id: `db${i + 2}`,
    spans: [span(0, 8.9, 'slave')],
    marks: marks('applied', every(0.2 + i * 0.007, 8.9, 0.011 * (1 + (i % 3) * 8))),
  })
  return {
    from: 0,
    to: s(10),
    playedTo: s(8.9),
    lanes: [
      {
        id: 'clients',
        spans: [span(0, 4, 'answered'), span(4, 4.6, 'no-answer'), span(4.6, 8.9, 'answered')],
        marks: [
          ...marks('write', every(0.1, 4, 0.008)),
          ...marks('write', every(5, 8.9, 0.19)),
          ...marks('lost', [3.96], 17),
        ],
      },
      {
        id: 'db1',
        spans: [span(0, 4, 'master'), span(4, 5.6, 'down'), span(5.6, 7.2, 'fenced'), span(7.2, 8.9, 'slave')],
        marks: [
          ...marks('ack', every(0.1, 3.9, 0.05)),
          ...marks('death', [4]),
          ...marks('restart', [5.4]),
          ...marks('fenced', [5.6]),
          ...marks('setting', [8]),
        ],
      },
      {
        id: 'db2',
        spans: [span(0, 4.3, 'slave'), span(4.3, 4.55, 'promoting'), span(4.55, 8.9, 'master')],
        marks: [...marks('applied', every(0.2, 4.3, 0.12)), ...marks('chosen', [4.3]), ...marks('ack', [5, 5.6, 6.2])],
      },
      ...Array.from({ length: Math.max(0, nodes - 2) }, (_, i) => {
        const lane = slave(i + 1)
        if (i === 0) {
          lane.spans = [span(0, 2, 'slave'), span(2, 3.4, 'stalled'), span(3.4, 8.9, 'slave')]
          lane.marks = [...marks('applied', [0.5, 1, 1.5, 4]), ...marks('fault', [2]), ...marks('healed', [3.4])]
        }
        return lane
      }),
      {
        id: 'monitor',
        spans: [span(0, 8.9, 'watching')],
        marks: [
          ...marks('probe', every(0.25, 4, 0.25)),
          ...marks('probe-missed', [4.25]),
          ...marks('probe', every(4.5, 8.9, 0.25)),
        ],
      },
    ],
  }
}
