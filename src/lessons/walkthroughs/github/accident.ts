/** GitHub, 21 October 2018: the line fails, the west gets a master, the east keeps one, and the line comes back. */
import type { Step } from '../../walkthrough.ts'
import { BEFORE, CUT, cut, decided, HEALED, kill, LEASE, recovery, report } from './scene.ts'

export const accident: readonly Step[] = [
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
    sayPresent: 'In a moment the east loses its line to everybody, for 43 s. Nothing dies, and nothing inside notices.',
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
        when: 'counters.lost = 38',
        text: 'Both. `db1` has said OK to 38 writes that nobody outside has. What the west’s master takes, the east will not have.',
      },
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
    sayPresent: 'The network is well again. Now db1 hears of epoch 2, and the application is sent across the country.',
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
]
