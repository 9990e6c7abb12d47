/**
 * A public incident: GitHub, 21 October 2018. A line that failed for 43 seconds moved masters to the other coast, and both
 * coasts had writes that the other lacked. What happened is told as GitHub reported it on 30 October 2018, in UTC; what is
 * shown is a model of it (DOMAIN 3.1, 3.3).
 *
 * Scaled: times are 25 times shorter, so that 43 s are 1.72 s; distances and the rate of writes are not. The rate is ours:
 * 954 writes in 43 s, while the report does not say how long the east wrote alone.
 */
import type { Intervention } from '../../run/index.ts'
import { defineWalkthrough } from '../define.ts'
import type { Move } from '../walkthrough.ts'

const CUT: Intervention = { atMs: 600, do: 'cut-data-center', dataCenter: 'east' }
const HEALED: Intervention[] = [CUT, { atMs: 2320, do: 'heal-data-center', dataCenter: 'east' }]
/** The last moment at which all is well. */
const BEFORE = 590
/** The line is back, everybody has been told, and the west writes. */
const AFTER = 3300
const LEASE = { 'failover.fence': 'lease' } as const

const cut: Move = { act: { do: 'cut-data-center', dataCenter: 'east' } }
const kill: Move = { act: { do: 'kill', node: 'db1' } }
const set = (path: string, value: number | string): Move => ({ act: { do: 'set', path, value } })
/** Time enough to miss three probes, to vote and to choose. */
const decided: Move = { playMs: 900 }
const over: Move = { playMs: 2370 }
const follows: Move = { until: 'node(db1).role = slave and receiver(db1).state = streaming', mostMs: 3000 }
const morning = (rate: number): Move[] => [set('clients.c.ratePerSecond', rate), { playMs: 2500 }]

const report = { name: 'GitHub, 30 October 2018', place: 'October 21 post-incident analysis' }
const recovery = { name: 'Orchestrator', place: 'Configuration: recovery' }

export const github2018 = defineWalkthrough({
  id: 'github-2018',
  number: null,
  date: '21 October 2018',
  title: 'GitHub: 43 seconds between two coasts',
  minutes: 8,
  goal: 'You can say when a failover costs more than the fault, and which two rules decide it.',
  belief: 'The faster the failover, the better.',
  pictogram: 'two-places',
  sources: [
    { ...report, url: 'https://github.blog/2018-10-30-oct21-post-incident-analysis/' },
    { ...recovery, url: 'https://github.com/openark/orchestrator/blob/master/docs/configuration-recovery.md' },
  ],
  run: {
    scenario: {
      title: 'GitHub: 43 seconds between two coasts',
      about:
        'A model of GitHub’s incident of 21 October 2018. A line between two coasts fails, two of three monitors make a master in the west, and the old one in the east is not fenced. Distances are real; times are 25 times shorter, so that 43 s are 1.72 s. Five nodes stand for clusters of many, and 22 writes a second for those of one busy cluster.',
      paceMs: 40,
      untilMs: 12_000,
      nodes: [
        { id: 'db1', role: 'master', dataCenter: 'east' },
        { id: 'db2', dataCenter: 'east' },
        { id: 'db3', dataCenter: 'east' },
        { id: 'db4', dataCenter: 'west' },
        { id: 'db5', dataCenter: 'west' },
      ],
      network: {
        ...{ oneWayMs: 1, farOneWayMs: 32, clientOneWayMs: 1, monitorOneWayMs: 32 },
        links: [
          ...['db1', 'db2', 'db3'].map((id) => ({ between: ['m1', id], oneWayMs: 1 })),
          ...['db4', 'db5'].map((id) => ({ between: ['m2', id], oneWayMs: 1 })),
        ],
      },
      clients: [
        {
          id: 'c',
          dataCenter: 'east',
          kind: 'stream',
          ratePerSecond: 22,
          startMs: 120,
          timeoutMs: 500,
          retryMs: 200,
        },
      ],
      replication: { connectRetryMs: 200 },
      costs: { applyMs: 4, dataMegabytes: 20, copyKilobytesPerSecond: 50_000 },
      failover: {
        monitors: [
          { id: 'm1', dataCenter: 'east' },
          { id: 'm2', dataCenter: 'west' },
          { id: 'm3', dataCenter: 'cloud' },
        ],
        ...{ probeEveryMs: 200, probeTimeoutMs: 150, misses: 3, promoteMs: 20, rerouteMs: 100, leaseMs: 600 },
        ...{ electionPauseMs: 200, electionMs: 300, electionRetryMs: 2000 },
      },
      lag: {
        ...{ warnEntries: 50, criticalEntries: 200, warnMs: 4000, criticalMs: 20_000 },
        ...{ dwellMs: 10_000, noDataMs: 30_000 },
      },
    },
  },
  steps: [
    {
      id: 'two-coasts',
      title: 'Two coasts, one master',
      say: 'A cluster like GitHub’s in October 2018, made small. In the *east* stand the master `db1`, two slaves and the application, client `c`; in the *west*, 32 ms away, two more slaves. Three monitors, the Orchestrators, vote: one in the east, one in the west, one in a public *cloud*. Replication is asynchronous. Watch five writes.',
      sayPresent: 'East: the master, two slaves, the application. West: two slaves. Three monitors vote. Asynchronous.',
      enter: { atMs: 110 },
      gate: { is: 'time', until: 'counters.ok = 5 and node(db4).applied = 5', mostMs: 1000 },
      told: [
        {
          text: 'Each OK comes after 4 ms, when `db1` has committed. The west has the write 32 ms later. Nobody waits for it.',
        },
      ],
      model: {
        text: 'This is a model. The distance is real. *Times are 25 times shorter*: 43 s are 1.72 s here. The rate of 22 writes a second is ours, and five nodes stand for clusters of many.',
        source: report,
      },
      teacher:
        'Say at once what is scaled, and what is GitHub’s own: times of day in UTC, 43 s, 954 writes, 24 h 11 min. Blame nobody: each part did what it was configured to do.',
    },
    {
      id: 'the-line-fails',
      title: '22:52 UTC: the line fails',
      say: 'Failing optics are replaced, and the east’s main data centre loses its line to everybody for *43 s*; here, for 1.72 s. `c`, `db1` and the monitor `m1` are inside. The west, the cloud, `m2` and `m3` are outside. Nothing has died. In a moment the lines out of the *east* are cut.',
      sayPresent:
        'In a moment the east loses its line to everybody, for 43 s. Nothing dies, and nothing inside notices.',
      enter: { atMs: BEFORE, settings: { paceMs: 90 } },
      predict: {
        ask: 'What do the three monitors do?',
        then: 'then cut off the east',
        reveal: [cut, decided],
        options: [
          {
            id: 'a',
            text: 'Nothing',
            reason: 'db1 is alive and well.',
            when: 'not happened(chosen)',
            because:
              'From outside, cut off and dead look the same, and two of three are a majority. They do nothing if two of the three stand in the east, where `db1` answers.',
            world: {
              name: 'If two monitors stood in the east',
              settings: { 'failover.monitors.m2.dataCenter': 'east' },
            },
          },
          {
            id: 'b',
            text: 'Choose db2',
            reason: 'It is nearest and has everything.',
            when: 'happened(chosen(peer = db2))',
            because:
              'Those who vote cannot reach it: `db2` is cut off together with `db1`. It is chosen if `db1` really dies and every line holds.',
            world: { name: 'If db1 had died, and no line failed', reveal: [kill, decided] },
          },
          {
            id: 'c',
            text: 'Choose db4',
            reason: 'Two of three votes are outside.',
            when: 'happened(chosen(peer = db4))',
            because: 'A majority hears nothing of `db1` and reaches only the west.',
          },
        ],
      },
      gate: { is: 'read' },
      told: [
        {
          text: 'Three probes missed, two of three agree, `m3` is elected and chooses `db4`. Each of them is right about what it sees. `m1` sees a healthy master, and one vote is no majority.',
        },
      ],
      model: {
        text: 'Orchestrator promotes across data centres unless `PreventCrossDataCenterMasterFailover` is set; it is off by default.',
        source: recovery,
      },
      teacher:
        'The vote works as it should. A majority keeps two monitors from acting at once; it does not keep two masters from saying OK. That is the next question.',
    },
    {
      id: 'who-says-ok',
      title: 'Who says OK?',
      say: 'In a moment `db4` begins epoch 2. Nobody can tell `db1`, and nothing *fences* it. `c` stands beside it in the east and writes on, 22 times a second. We look again just before the line comes back.',
      sayPresent: 'db4 is about to begin epoch 2. Nobody can tell db1, and the application writes on beside it.',
      enter: { atMs: 1490, settings: { paceMs: 90 }, interventions: [CUT] },
      predict: {
        ask: 'Just before the line is back, who would say OK to a write?',
        then: 'then let it go on',
        reveal: [{ playMs: 810 }],
        options: [
          {
            id: 'a',
            text: 'Only db1',
            reason: 'It was never told to stop.',
            when: 'node(db1).role = master and node(db4).role != master',
            because:
              'It was not, and the west did not wait for that. Only `db1` says OK if nobody outside the lost master’s data centre may be promoted.',
            world: {
              name: 'If only the east could lead',
              settings: { 'failover.promoteWithin': 'same-data-center' },
            },
          },
          {
            id: 'b',
            text: 'Only db4',
            reason: 'The majority has elected a new one.',
            when: 'node(db1).role != master and node(db4).role = master',
            because:
              'A vote among monitors stops no master that cannot hear of it. Only `db4` says OK if `db1` has a lease, and stops by itself when it runs out.',
            world: { name: 'If db1 had a lease', settings: LEASE },
          },
          {
            id: 'c',
            text: 'Both',
            reason: 'Nobody has stopped db1.',
            when: 'node(db1).role = master and node(db4).role = master',
            because: 'There are two masters for as long as `db1` does not hear of epoch 2.',
          },
        ],
      },
      gate: { is: 'read' },
      told: [
        {
          text: 'Both. `db1` has said OK since the cut to every write of `c`, and nobody outside has one of them. What the west’s master takes, the east will not have.',
        },
      ],
      remember: 'A majority decides who may lead. Only a fence decides who must stop.',
    },
    {
      id: 'the-line-is-back',
      title: '43 seconds later: the line is back',
      say: 'The network is well again after 43 s. Watch the second half of the accident: `db1` hears of epoch 2 and is fenced, `c` is sent to `db4` on the other coast, and the east’s slaves are to copy from `db4`.',
      sayPresent:
        'The network is well again. Now db1 hears of epoch 2, and the application is sent across the country.',
      enter: { atMs: 2310, settings: { paceMs: 60 }, interventions: HEALED },
      gate: { is: 'time', until: 'time >= 2700', mostMs: 1000 },
      told: [
        {
          when: 'counters.lost = 41',
          text: '*In reality:* 43 s of cut, *954 writes* that only the east had, on one of the busiest clusters, and 24 h 11 min of degraded service. *Here:* 1.72 s, and *41 writes*. And each write of `c` takes 66 ms now, instead of 4.',
        },
        {
          text: '*In reality:* 43 s of cut, *954 writes* that only the east had, on one of the busiest clusters, and 24 h 11 min of degraded service. *Here* it is 1.72 s, and the writes are fewer.',
        },
      ],
      model: {
        text: 'GitHub reports alerts at 22:54 UTC, and at 23:02 an Orchestrator that lists servers of the west only. By 23:13 the west had taken writes for close to 40 minutes.',
        source: report,
      },
    },
    {
      id: 'can-it-go-back',
      title: 'Back to the east?',
      say: '`c` is in the east and was not built to ask for each row on the other coast. So the masters have to come home. For that `db1` must first be a slave of `db4`, to get what the west has written. It has its own log, whole and healthy.',
      sayPresent: 'The masters have to come home. First, db1 must copy from db4. Its log is whole and healthy.',
      enter: { atMs: AFTER, interventions: HEALED },
      predict: {
        ask: 'Will db4 take db1 as a slave, as it is?',
        then: 'then try it',
        reveal: [{ act: { do: 'rejoin', node: 'db1' } }, { playMs: 80 }],
        options: [
          {
            id: 'a',
            text: 'Yes',
            reason: 'It only lacks the newest writes.',
            when: 'receiver(db1).state = streaming',
            because:
              'It lacks some, and it has some too many. It is taken if `c` was silent from the cut on, so that the east has nothing of its own.',
            world: { name: 'If c had not written since the cut', settings: { 'clients.c.writes': 10 } },
          },
          {
            id: 'b',
            text: 'No',
            reason: 'Each has writes the other lacks.',
            when: 'receiver(db1).state = refused',
            because: 'From entry 11 on the two logs tell different stories.',
          },
        ],
      },
      gate: { is: 'read' },
      told: [
        {
          text: 'Refused: up to entry 10 both logs agree, then each has its own. `db2` and `db3` copied the same writes from `db1`, and are refused as well. So there is not one usable copy in the east.',
        },
      ],
      remember:
        'A partition of seconds leaves two histories. The length of the repair has nothing to do with its length.',
    },
    {
      id: 'bring-it-home',
      title: 'Make the east usable',
      say: 'GitHub’s plan of 00:05 UTC: restore from backups, resynchronise, go back, work off the queues. *Make* `db1` *a slave of* `db4` that copies without being refused. There is more than one way.',
      sayPresent: 'The plan of 00:05 UTC: restore, resynchronise, go back. Make db1 a slave of db4.',
      enter: { atMs: AFTER, interventions: HEALED },
      allow: [
        { action: 'rejoin', target: 'db1' },
        { action: 'rewind', target: 'db1' },
        { action: 'rebuild', target: 'db1' },
      ],
      gate: {
        is: 'state',
        when: 'node(db1).role = slave and receiver(db1).state = streaming',
        hint: 'Rebuild db1 from the data of db4 or db5, or rewind it to where both logs agree.',
        solve: [{ act: { do: 'rebuild', node: 'db1', from: 'db4' } }, follows],
        others: [
          [{ act: { do: 'rewind', node: 'db1' } }, follows],
          [{ act: { do: 'rebuild', node: 'db1', from: 'db5' } }, follows],
        ],
      },
      told: [
        {
          when: 'happened(copy-done(db1))',
          text: 'The copy took 0.4 s, for 20 MB. GitHub’s were several terabytes from remote storage: begun at 00:41 UTC, some clusters were restored by 06:51, and all masters were back in the east at 11:12.',
        },
        {
          text: 'Rewound in a fraction of a second: it took back 41 promised writes. GitHub restored from backups instead, several terabytes, from 00:41 UTC on. All masters were back in the east at 11:12.',
        },
      ],
      model: {
        text: 'Here, what only the east had is thrown away. GitHub kept it, to be reconciled by hand, and reported no loss of user data.',
        source: report,
      },
    },
    {
      id: 'catching-up',
      title: '13:15 UTC: the day begins',
      say: 'Hours later, in another view: `db4` leads, and `db1`, restored from a copy, is some 45 entries behind. It applies *25 a second*; at night `c` writes *22*. So it catches up, and one could extrapolate when it is done, as GitHub did at 06:51: two hours. But then the day begins, and `c` writes *30* a second.',
      sayPresent: 'db1 is 45 entries behind and applies 25 a second. The day begins: 30 writes a second.',
      enter: {
        atMs: 2300,
        settings: {
          ...{ 'nodes.db1.role': 'slave', 'nodes.db4.role': 'master', 'nodes.db1.applyMs': 40, paceMs: 150 },
          ...{ 'costs.copyKilobytesPerSecond': 10_000, 'failover.probeEveryMs': 500 },
        },
        interventions: [{ atMs: 200, do: 'rebuild', node: 'db1', from: 'db4' }],
      },
      focus: ['c', 'db1', 'db4'],
      predict: {
        ask: 'What becomes of its backlog in the next 2.5 s?',
        then: 'then begin the day',
        reveal: morning(30),
        options: [
          {
            id: 'a',
            text: 'It shrinks',
            reason: 'It works without a pause.',
            when: 'lag(db1).entries < 42',
            because:
              'It works without a pause, and more comes in than it can do. It shrinks while `c` writes fewer than 25 a second, as at night.',
            world: { name: 'If it had stayed night', reveal: morning(20) },
          },
          {
            id: 'b',
            text: 'It stays',
            reason: 'It was nearly in balance.',
            when: 'lag(db1).entries >= 42 and lag(db1).entries <= 49',
            because: 'It stays where as much comes in as is applied: at 25 writes a second. 30 are more.',
            world: { name: 'If c wrote 25 a second', reveal: morning(25) },
          },
          {
            id: 'c',
            text: 'It grows',
            reason: '30 in, 25 out.',
            when: 'lag(db1).entries > 49',
            because: 'Five more a second come in than it applies.',
          },
        ],
      },
      gate: { is: 'read' },
      told: [
        {
          text: 'It grows, and the end recedes while one waits. GitHub reports the same at 13:15 UTC, near the day’s peak; more slaves were added in the cloud to take load off. At 16:24 all were in sync, at 23:03 all was green.',
        },
      ],
      model: {
        text: 'Here one slave has one speed. In reality readers slowed the slaves down as well; that is what the added ones relieved.',
        source: report,
      },
    },
    {
      id: 'with-a-lease',
      title: 'The same 43 s, with a lease',
      say: 'Back to the minute before, with one rule changed: `db1` has a *lease* of 0.6 s (it stands for 15 s). Whoever a majority of monitors has not heard for that long takes no more writes. Again the east is cut off for 1.72 s. Without a fence, 41 promised writes were void.',
      sayPresent: 'The same cut, but db1 has a lease: unheard by a majority for 0.6 s, it stops by itself.',
      enter: { atMs: BEFORE, settings: { ...LEASE, paceMs: 150 }, interventions: HEALED },
      predict: {
        ask: 'How many promised writes are void this time?',
        then: 'then let it happen',
        reveal: [{ playMs: 2110 }],
        options: [
          {
            id: 'a',
            text: 'None',
            reason: 'There are never two masters.',
            when: 'counters.lost = 0',
            because:
              'Not two at once. But until the lease is over, `db1` promises what only the east has. None is void if every OK also waits until three slaves, so one in the west, have the write.',
            world: {
              name: 'If an OK also needed the west',
              settings: { 'replication.mode': 'quorum', 'replication.waitFor': 3 },
            },
          },
          {
            id: 'b',
            text: '6',
            reason: 'Those before the lease was over.',
            when: 'counters.lost > 0 and counters.lost < 10',
            because: 'They had their OK before the lease was over.',
          },
          {
            id: 'c',
            text: '41 again',
            reason: 'db1 hears of nothing.',
            when: 'counters.lost >= 35',
            because: 'It need not hear of anything. It hears too little, and stops. It is 41 if nothing fences it.',
            world: { name: 'If there were no fence', settings: { 'failover.fence': 'none' } },
          },
        ],
      },
      gate: { is: 'read' },
      told: [
        {
          text: '6 instead of 41, and never two masters. The price: `c` hears *ERROR* 35 times, for nearly the whole cut. A lease bounds the damage; it does not shorten the outage, and the masters still have to come home.',
        },
      ],
    },
    {
      id: 'your-rules',
      title: 'Your rules for the next 43 s',
      say: 'The minute before, once more, as it was: no fence, everybody may be promoted, no OK waits. The east will be cut off for 1.72 s. *Change the rules so that no promise is broken*, then let it happen. Count what your rule costs `c`.',
      sayPresent: 'The minute before, once more. Change the rules so that this cut breaks no promise.',
      enter: { atMs: 540, settings: { paceMs: 150 }, interventions: HEALED },
      allow: [
        { set: 'failover.promoteWithin' },
        { set: 'failover.fence' },
        { set: 'replication.mode' },
        { set: 'replication.waitFor' },
      ],
      gate: {
        is: 'state',
        when: 'time >= 2900 and counters.lost = 0',
        over: 'time >= 2900',
        hint: 'Let nobody be promoted outside the data centre, or let every OK wait for all slaves. A lease alone leaves six. Semi-sync with one slave waits only for the nearest, in the east. Did it go wrong? Choose again.',
        solve: [set('failover.promoteWithin', 'same-data-center'), over],
        others: [
          [set('replication.mode', 'all'), over],
          [set('replication.mode', 'quorum'), set('replication.waitFor', 3), set('failover.fence', 'lease'), over],
        ],
      },
      told: [
        {
          when: 'epoch = 1',
          text: 'Nobody moved. `c` heard OK all the time, and the west caught up in a moment. A client in the west would have had no master for 43 s. GitHub’s report decides on this rule afterwards: no promotion across regions by itself.',
        },
        {
          text: 'No promise was broken, because none was made: no write hears OK while the west cannot answer, nor afterwards, until the east’s slaves can follow `db4`. And on a quiet day every write waits 64 ms and more.',
        },
      ],
      remember:
        'This fault was shorter than a failover was dear. Who may take over and who must stop matter more than how fast it is noticed.',
      teacher:
        'Ask: how long would the line have to be down before moving to the other coast is the cheaper choice? That number, and not the interval of a probe, is the policy.',
    },
  ],
})
