/**
 * Walkthrough 7: a line that fails makes two masters out of one. First without a fence, where both say OK and the older
 * epoch loses; then with a lease, where a broken promise becomes a refused request; then the learner's own rules
 * (DOMAIN 3.1, 3.3, 3.5).
 *
 * The distance is that between Virginia and Oregon. Scaled: the manager probes five times a second, and the lease is 1 s,
 * where Patroni's default is 30 s.
 */
import type { Intervention } from '../../run/index.ts'
import { defineWalkthrough } from '../define.ts'
import type { Move } from '../walkthrough.ts'

const writes = (client: string, ...times: number[]): Intervention[] =>
  times.map((atMs) => ({ atMs, do: 'write', client }))
const cuts = (dataCenter: string): Intervention => ({ atMs: 600, do: 'cut-data-center', dataCenter })

const heals = (dataCenter: string): Intervention => ({ atMs: 1700, do: 'heal-data-center', dataCenter })

/** Three writes that everybody has. */
const SHARED = [...writes('e', 100, 200), ...writes('w', 150)]
/** Two more in the east and three in the west, while neither hears of the other. */
const BOTH = [...writes('e', 1420, 1520), ...writes('w', 1460, 1560, 1620)]
/** The east writes just after the cut and long after it; the west in between, and later. */
const STORY = [...SHARED, cuts('east'), ...writes('e', 700, 1900), ...writes('w', 1950, 2050)]

const cutEast: Move = { act: { do: 'cut-data-center', dataCenter: 'east' } }
const promoted: Move = { until: 'happened(promoted(db2))', mostMs: 3000 }
const fenced = (node: string): readonly Move[] => [
  { until: `node(${node}).role = fenced`, mostMs: 3000 },
  { playMs: 50 },
]
const rewind: Move = { act: { do: 'rewind', node: 'db1' } }
const follows: Move = { until: 'node(db1).role = slave and receiver(db1).state = streaming', mostMs: 6000 }
const set = (path: string, value: string): Move => ({ act: { do: 'set', path, value } })
const over: Move = { until: 'time >= 2800', mostMs: 3000 }

const patroni = { name: 'Patroni', place: 'Replication modes; DCS failsafe mode' }

export const splitBrain = defineWalkthrough({
  id: 'split-brain',
  number: 7,
  title: 'Split brain and fencing',
  minutes: 7,
  goal: 'You can say what a split brain costs, what a fence saves of it, and what it does not save.',
  belief: 'When the network heals, the two sides merge.',
  pictogram: 'lease',
  sources: [
    { ...patroni, url: 'https://patroni.readthedocs.io/en/latest/replication_modes.html' },
    {
      name: 'GitHub',
      place: 'October 21 post-incident analysis (2018)',
      url: 'https://github.blog/2018-10-30-oct21-post-incident-analysis/',
    },
    { name: 'Orchestrator', place: 'Topology recovery' },
  ],
  run: {
    scenario: {
      title: 'Split brain and fencing',
      about:
        'Two data centres with one master between them, and a failover manager outside. Real distance (Virginia, Oregon); the manager probes five times a second, where real ones probe every few seconds, and a lease of 1 s stands for Patroni’s 30 s.',
      paceMs: 40,
      untilMs: 4000,
      nodes: [
        { id: 'db1', role: 'master', dataCenter: 'east' },
        { id: 'db2', dataCenter: 'west' },
      ],
      network: { oneWayMs: 1, farOneWayMs: 32, clientOneWayMs: 1, monitorOneWayMs: 35 },
      clients: [
        { id: 'e', dataCenter: 'east', kind: 'stream', ratePerSecond: 0, retryMs: 200, timeoutMs: 500 },
        { id: 'w', dataCenter: 'west', kind: 'stream', ratePerSecond: 0, retryMs: 200, timeoutMs: 500 },
      ],
      replication: { connectRetryMs: 200 },
      costs: { applyMs: 4, restartMs: 100, dataMegabytes: 20 },
      failover: { probeEveryMs: 200, probeTimeoutMs: 150, misses: 2, rerouteMs: 50, promoteMs: 20, leaseMs: 1000 },
      lag: {
        warnEntries: 20,
        criticalEntries: 40,
        warnMs: 10_000,
        criticalMs: 20_000,
        dwellMs: 10_000,
        noDataMs: 30_000,
      },
    },
  },
  steps: [
    {
      id: 'two-coasts',
      title: 'Two coasts, one master',
      say: 'In the *east* stands the master `db1`, and the client `e` beside it. In the *west*, 32 ms away, stand the slave `db2` and the client `w`. Both clients write at `db1`. A failover manager watches from outside. Watch the first three writes arrive everywhere.',
      sayPresent: 'East: the master and a client. West: a slave and a client. A failover manager watches from outside.',
      enter: { atMs: 95, interventions: SHARED },
      gate: { is: 'time', until: 'counters.ok = 3 and node(db2).applied = 3', mostMs: 1000 },
      told: [
        {
          text: 'Three writes, three OKs, and both nodes have all three. `w` waits 66 ms for its OK, because its master is on the other coast.',
        },
      ],
    },
    {
      id: 'cut-off',
      title: 'The east is cut off',
      say: 'Nothing dies now. Only the lines out of the east fail: to the west, and to the manager. *Cut off the east*, and watch what the manager concludes from what it can still see.',
      sayPresent:
        'Nothing dies; only the lines out of the east fail. *Cut off the east*. What does the manager conclude?',
      enter: { atMs: 500, settings: { paceMs: 80 }, interventions: SHARED },
      allow: [{ action: 'cut-data-center' }, { action: 'heal-data-center' }],
      gate: {
        is: 'state',
        when: 'happened(promoted(db2)) and node(db1).role = master',
        hint: 'Cut off the data centre east, where the master stands, and let the run go on.',
        solve: [cutEast, promoted],
        others: [
          [
            { act: { do: 'cut-data-center', dataCenter: 'west' } },
            { playMs: 600 },
            { act: { do: 'heal-data-center', dataCenter: 'west' } },
            { playMs: 500 },
            cutEast,
            promoted,
          ],
        ],
      },
      told: [
        {
          text: 'The manager misses two probes, `db2` says that it hears nothing either, so the master must be dead: `db2` is promoted and begins *epoch 2*. From where the manager stands, cut off and dead look the same. `db1` is well, and knows nothing.',
        },
      ],
      remember: 'Nobody can tell a dead master from one that cannot be reached.',
    },
    {
      id: 'both-say-ok',
      title: 'Two masters say OK',
      say: 'Now there are two crowns. `w` has been told of the new master; `e`, cut off with `db1`, cannot be told anything. Next, `e` writes twice and `w` writes three times, and each of the five writes hears OK after 4 ms. Then, at 1.7 s, the lines heal.',
      sayPresent: 'Two crowns. e writes twice, w three times, and all five hear OK. Then the lines heal.',
      enter: { atMs: 1400, settings: { paceMs: 70 }, interventions: [...SHARED, cuts('east'), ...BOTH, heals('east')] },
      predict: {
        ask: 'How many of the five promised writes survive?',
        then: 'then let them write',
        reveal: fenced('db1'),
        options: [
          {
            id: 'a',
            text: 'All 5',
            reason: 'The two sides merge.',
            when: 'counters.lost = 0',
            because:
              'Nobody merges. Each log is one sequence, and both have a different entry 4. All 5 survive if the line holds, because then one master has put them in one order.',
            world: { name: 'If the line had held', interventions: [...SHARED, ...BOTH], reveal: [{ playMs: 500 }] },
          },
          {
            id: 'b',
            text: '2, of east',
            reason: 'db1 was the master first.',
            when: 'counters.lost = 3',
            because:
              'Who was first does not count, the newer epoch does. The 2 of the east survive if the old master stands in the west, is cut off there, and the east begins the new epoch.',
            world: {
              name: 'If the old master were in the west',
              settings: { 'nodes.db1.role': 'slave', 'nodes.db2.role': 'master' },
              interventions: [...SHARED, cuts('west'), ...BOTH, heals('west')],
              reveal: fenced('db2'),
            },
          },
          {
            id: 'c',
            text: '3, of west',
            reason: 'The newer epoch counts.',
            when: 'counters.lost = 2',
            because: 'Epoch 2 is the history that goes on.',
          },
        ],
      },
      gate: { is: 'read' },
      told: [
        {
          text: 'The 3 of the west. There are two different entries 4 and 5, and one history goes on: that of epoch 2. As soon as `db1` hears of it, it is *fenced*: it refuses writes. Nobody tells `e` that both its OKs are void.',
        },
      ],
      remember: 'A split brain does not heal with the network. One side is thrown away.',
      model: {
        text: 'On 21 October 2018 GitHub lost the line between two coasts for 43 seconds. Both sides took writes that the other did not have, and the repair took over 24 hours.',
        source: { name: 'GitHub, 30 October 2018', place: 'October 21 post-incident analysis' },
      },
      teacher:
        'Ask which of the five customers is told. None: all five have their OK. The number of writes lost is the rate of the old side times the time until somebody reaches it.',
    },
    {
      id: 'bring-back',
      title: 'Bring the old master back',
      say: '`db1` is fenced, with its own entries 4 and 5 beyond the last common entry 3. *Make it a slave of* `db2`. Try it as it is first, if you like: a log can only go on where it agrees.',
      enter: { atMs: 2000, settings: { paceMs: 70 }, interventions: [...SHARED, cuts('east'), ...BOTH, heals('east')] },
      allow: [
        { action: 'rejoin', target: 'db1' },
        { action: 'rewind', target: 'db1' },
        { action: 'rebuild', target: 'db1' },
      ],
      gate: {
        is: 'state',
        when: 'node(db1).role = slave and receiver(db1).state = streaming',
        hint: 'Rewind db1: it takes back what epoch 2 lacks, and then follows.',
        solve: [rewind, follows],
        others: [
          [
            { act: { do: 'rejoin', node: 'db1' } },
            { until: 'receiver(db1).state = refused', mostMs: 2000 },
            rewind,
            follows,
          ],
          [{ act: { do: 'rebuild', node: 'db1', from: 'db2' } }, follows],
        ],
      },
      told: [
        {
          when: 'happened(copy-done(db1))',
          text: 'Rebuilt: all of its data were thrown away and copied anew. Its own 4 and 5 are gone with them. That always works, and with real data it takes hours.',
        },
        {
          text: 'Rewound: it took back its own 4 and 5, down to the last common entry 3, and follows epoch 2 from there. It is well again because two promises were deleted.',
        },
      ],
    },
    {
      id: 'lease',
      title: 'The same cut, with a lease',
      say: 'A *lease* lets a master write only for 1 s after the manager has last heard of it. The manager waits as long before it promotes. East is cut off at 0.6 s; `e` writes at 0.7 s and at 1.9 s, `w` after that. Without a fence both writes of `e` were lost.',
      sayPresent:
        'A lease: a master that nobody has heard of for 1 s stops by itself. Client e writes at 0.7 s and at 1.9 s.',
      enter: { atMs: 590, settings: { 'failover.fence': 'lease', paceMs: 120 }, interventions: STORY },
      predict: {
        ask: 'How many promised writes are lost with the lease?',
        then: 'then let the line fail',
        reveal: [{ until: 'time >= 2300', mostMs: 3000 }],
        options: [
          {
            id: 'a',
            text: 'None',
            reason: 'There are never two masters.',
            when: 'counters.lost = 0',
            because:
              'There are not. But until its lease ends, `db1` says OK to what nobody else has, because async waits for nobody. None is lost if an OK also waits for a slave.',
            world: { name: 'If every OK also waited for a slave', settings: { 'replication.mode': 'semi-sync' } },
          },
          {
            id: 'b',
            text: '1',
            reason: 'The one before the lease ended.',
            when: 'counters.lost = 1',
            because: 'The lease ends between the two writes.',
          },
          {
            id: 'c',
            text: '2',
            reason: 'db1 knows nothing of the new epoch.',
            when: 'counters.lost = 2',
            because:
              'It need not know. It only has to look at its clock: nobody has heard of it for 1 s, so it stops. Without a fence it goes on, and 2 are lost.',
            world: { name: 'If there were no fence', settings: { 'failover.fence': 'none' } },
          },
        ],
      },
      gate: { is: 'read' },
      told: [
        {
          text: 'One. The write at 0.7 s had its OK from a master that was already alone. The one at 1.9 s got an *ERROR*: the client knows at once, can try elsewhere, and nothing is broken.',
        },
      ],
      remember: 'A fence turns a data problem into a refused request.',
      model: {
        text: 'Patroni’s leader key is such a lease: 30 s unless it is set. A master that cannot renew it makes itself read-only, because it cannot tell who is cut off.',
        source: patroni,
      },
    },
    {
      id: 'the-price',
      title: 'What the lease costs',
      say: 'The same run again, from the cut. Until the lease is over, nobody may be promoted: not even when the master is really dead. Watch how long the *west* has no master.',
      enter: { atMs: 610, settings: { 'failover.fence': 'lease', paceMs: 120 }, interventions: STORY },
      gate: { is: 'time', until: 'happened(failover-done)', mostMs: 4000 },
      told: [
        {
          text: 'The crown moves only after the lease: an outage of 1.2 s, where it was 0.76 s without one. Shorter leases make shorter outages, and then a busy moment on the network stops a healthy master.',
        },
      ],
    },
    {
      id: 'your-rules',
      title: 'Your rules',
      say: 'The east will be cut off in a moment, and the clients write as before, at 0.7 s and later. There is no fence and no waiting. *Change the rules so that no promise is broken*, then let it happen. There is more than one way, and each costs something else.',
      sayPresent: 'Change the rules so that this cut breaks no promise. There is more than one way.',
      enter: { atMs: 590, settings: { paceMs: 150 }, interventions: STORY },
      allow: [{ set: 'replication.mode' }, { set: 'failover.promoteWithin' }, { set: 'failover.fence' }],
      gate: {
        is: 'state',
        when: 'time >= 2800 and counters.lost = 0',
        over: 'time >= 2800',
        hint: 'A lease alone still loses one. Let every OK wait for a slave (semi-sync), or let nobody be promoted in another data centre. Did it go wrong? Choose again.',
        solve: [set('replication.mode', 'semi-sync'), over],
        others: [
          [set('failover.promoteWithin', 'same-data-center'), over],
          [set('replication.mode', 'all'), set('failover.fence', 'lease'), over],
        ],
      },
      told: [
        {
          when: 'epoch = 1',
          text: 'No second master, no second history. The price: the west had no master all the time, and its two writes came to nothing, although `db2` stood beside it.',
        },
        {
          text: 'No promise is broken: without a slave that answers, `db1` gives no OK. The price: `db2` has no slave either, so nobody hears OK until the line is back; and on quiet days every OK takes the way to the other coast and back.',
        },
      ],
      remember:
        'When the line fails, something fails: service here, service there, or a promise. Not choosing means the promise.',
    },
  ],
})
