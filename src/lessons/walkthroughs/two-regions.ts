/**
 * Walkthrough 12: a database in two regions, and a region that is lost. First one master, with an OK that waits near by and
 * for nobody far away; then an OK that waits for both; then a master in each place. The same requests and the same death each
 * time, so that what is lost and how long nobody is served can be laid beside each other (DOMAIN 3.4, 5, 6).
 *
 * The distance is about that between São Paulo and Singapore. Scaled: the monitor probes five times a second, and machines
 * restart within a second.
 */
import { defineWalkthrough } from '../define.ts'
import type { Move } from '../walkthrough.ts'
import { everywhere } from './regions/everywhere.ts'
import { globalTables, LOST, READS_AT, REQUESTS, STOCK } from './regions/story.ts'

const kill = (node: string): Move => ({ act: { do: 'kill', node } })
const set = (path: string, value: number | string): Move => ({ act: { do: 'set', path, value } })
const tookOver: Move = { until: 'happened(failover-done)', mostMs: 4000 }
const read = 'happened(read-answered(s))'

const semiSync = { name: 'MySQL 8.4 Reference Manual', place: 'Semisynchronous Replication' }

export const twoRegions = defineWalkthrough({
  id: 'two-regions',
  number: 12,
  title: 'Two regions',
  minutes: 8,
  goal: 'You can say what a lost region costs under three ways of replicating, and which of these costs you would pay.',
  belief: 'More masters are strictly better.',
  pictogram: 'strategies',
  sources: [
    semiSync,
    {
      ...globalTables,
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html',
    },
    { name: 'AWS News Blog, June 2025', place: 'Multi-Region strong consistency for DynamoDB global tables' },
  ],
  run: {
    scenario: {
      title: 'Two regions',
      about:
        'Two machines in Brazil and one in Singapore. The distance is real (São Paulo, Singapore); the monitor probes five times a second, where real ones probe every few seconds.',
      paceMs: 60,
      untilMs: 5000,
      nodes: [
        { id: 'db1', role: 'master', dataCenter: 'brazil' },
        { id: 'db2', dataCenter: 'brazil' },
        { id: 'db3', dataCenter: 'singapore' },
      ],
      network: { oneWayMs: 1, farOneWayMs: 160, clientOneWayMs: 1, monitorOneWayMs: 80 },
      clients: [
        { id: 'b', dataCenter: 'brazil', kind: 'stream', ratePerSecond: 0, keys: 8, timeoutMs: 600 },
        {
          id: 's',
          dataCenter: 'singapore',
          kind: 'stream',
          ratePerSecond: 0,
          readsPerSecond: 0.2,
          keys: 8,
          route: 'nearest',
          timeoutMs: 600,
        },
      ],
      replication: { mode: 'semi-sync', waitFor: 1, timeoutMs: 400, connectRetryMs: 200 },
      costs: { applyMs: 3, restartMs: 300 },
      failover: { probeEveryMs: 200, probeTimeoutMs: 250, misses: 2, rerouteMs: 100, promoteMs: 20 },
      lag: { warnMs: 1000, criticalMs: 10_000, warnEntries: 40, criticalEntries: 80, dwellMs: 10_000 },
    },
  },
  steps: [
    {
      id: 'near-and-far',
      title: 'Near and far',
      say: 'In *Brazil* stand the master `db1` and the slave `db2`, 1 ms apart. In *Singapore* stands the slave `db3`, 160 ms away. An OK waits for one slave: semi-sync. Client `b` in Brazil writes 9. Watch what its OK waits for, and when Singapore has the write.',
      sayPresent: 'Two machines in Brazil, one in Singapore, 160 ms away. An OK waits for one slave. b writes 9.',
      enter: { atMs: 545, interventions: STOCK },
      focus: ['db1', 'db2', 'db3', 'b'],
      gate: { is: 'time', until: 'counters.ok = 1 and node(db3).applied = 1', mostMs: 1000 },
      told: [
        {
          text: 'OK after 7 ms: the slave next door had it. Singapore had it 160 ms later, and nobody waited for that. Inside a region the copy is synchronous, between regions it is not. That is a common way to span two regions.',
        },
      ],
      model: {
        text: 'An acknowledgement of semi-sync says that the relay log is flushed, not that anything was applied. Any slave will do: MySQL counts them and does not ask where they stand.',
        source: semiSync,
      },
      teacher: 'Ask which line in the drawing a client waits for. Only the short one.',
    },
    {
      id: 'read-far',
      title: 'A read on the other side',
      say: 'Row `k1` counts what is in stock: 9, in both places. At 1.0 s `b` writes 8, and hears OK 7 ms later. 90 ms after that OK, `s` in Singapore *reads* the row at `db3`, next to it.',
      sayPresent: 'b writes 8 and hears OK. 90 ms later, s in Singapore reads the row next door.',
      enter: { atMs: 990, interventions: STOCK, settings: READS_AT },
      focus: ['db1', 'db2', 'db3', 'b', 's'],
      predict: {
        ask: 'What is s shown?',
        then: 'then let it read',
        reveal: [{ until: read, mostMs: 2000 }],
        options: [
          {
            id: 'a',
            text: '8',
            reason: 'It was told OK before.',
            when: `${read} and counters.staleReads = 0`,
            because:
              'The OK came from Brazil, and the 8 is still on the line. It is 8 if `s` asks the master in Brazil; then every read takes 320 ms.',
            world: { name: 'If it read at the master', settings: { ...READS_AT, 'clients.s.route': 'leader' } },
          },
          {
            id: 'b',
            text: '9',
            reason: 'The 8 is on its way.',
            when: `${read} and counters.staleReads = 1`,
            because: 'Singapore hears of a write 160 ms later.',
          },
          {
            id: 'c',
            text: 'No answer',
            reason: 'It must wait for the 8.',
            when: `not ${read}`,
            because:
              'Nothing tells `db3` that there is an 8, so it does not wait. `s` gets no answer if `db3` is down, and its request fails.',
            world: {
              name: 'If db3 were down',
              interventions: [...STOCK, { atMs: 1050, do: 'kill', node: 'db3' }],
              settings: READS_AT,
              reveal: [{ until: 'happened(read-failed(s))', mostMs: 200 }],
            },
          },
        ],
      },
      gate: { is: 'read' },
      told: [
        {
          text: '9, after 2 ms, and without a warning. A read is near and perhaps old, or new and far: in one world you cannot have both while somebody writes on the other side.',
        },
      ],
      remember: 'Between regions, near means old and new means far.',
      model: {
        text: 'A strongly consistent read of an ordinary global table is strong in its own region only. It may be old if the last write came from another region.',
        source: globalTables,
      },
      teacher:
        'Let somebody play `s`: how could it know that the 9 is old? It cannot, unless it brings along what it has seen.',
    },
    {
      id: 'lose-brazil',
      title: 'Brazil is lost',
      say: 'Now `b` writes ten times a second and `s`, in Singapore, five times; all writes go to Brazil. At 1.5 s both machines in Brazil die *at once*: no power. Singapore is all that is left. What it never received is gone. The measure is called *RPO*.',
      sayPresent:
        'Fifteen writes a second. At 1.5 s both machines in Brazil die at once. Singapore is all that is left.',
      enter: { atMs: 1490, settings: { paceMs: 100 }, interventions: LOST },
      focus: ['db1', 'db2', 'db3', 'b', 's'],
      predict: {
        ask: 'How many promised writes are gone?',
        then: 'then cut the power',
        reveal: [{ until: 'happened(promoted(db3))', mostMs: 3000 }],
        options: [
          {
            id: 'a',
            text: 'None',
            reason: 'An OK waits for a slave.',
            when: 'counters.lost = 0',
            because:
              'It waited for the slave next door, and that one is dead as well. None is gone if every OK waits for two slaves, one of them in Singapore.',
            world: { name: 'If every OK waited for both slaves', settings: { 'replication.waitFor': 2 } },
          },
          {
            id: 'b',
            text: '2',
            reason: 'Those of the last 160 ms.',
            when: 'counters.lost = 2',
            because: 'What is lost is what was told OK and still on the line.',
          },
          {
            id: 'c',
            text: '8 or more',
            reason: 'Those of the last second.',
            when: 'counters.lost >= 8',
            because:
              'Brazil sends each write at once, nothing is collected. It is 8 or more if Singapore is a second away, or a second behind.',
            world: { name: 'If Singapore were 1 s away', settings: { 'network.farOneWayMs': 1000 } },
          },
        ],
      },
      gate: { is: 'read' },
      told: [
        {
          text: '2: those that were told OK and on the line. Both copies that an OK had waited for stood in one place, and died with it.',
        },
      ],
      remember: 'A copy counts if it does not die of the same cause.',
      teacher:
        'RPO, recovery point objective: how much of what was promised may be gone. Ask for it in writes, not in minutes.',
    },
    {
      id: 'until-served',
      title: 'And how long nobody is served',
      say: 'The monitor, in a third place, has missed two probes and promoted `db3`. Both clients go on asking all the while. From the first write that came to nothing to the first OK after it is the time without service: the *RTO*. Watch until both are served again.',
      sayPresent: 'db3 is promoted. Both clients ask all the while. When are they served again? That is the RTO.',
      enter: 'here',
      focus: ['db1', 'db2', 'db3', 'b', 's', 'monitor'],
      figures: true,
      gate: {
        is: 'time',
        until: 'happened(failover-done) and happened(write-ok(b, epoch = 2)) and happened(write-ok(s, epoch = 2))',
        mostMs: 4000,
      },
      told: [
        {
          text: 'These figures are read off the run. The distance made the RPO. Most of the RTO is waiting: for two probes to be missed, for the promotion, for clients to hear of it, and for the new master to give up on slaves that are dead.',
        },
      ],
      model: {
        text: 'RPO and RTO are usually both given as times: how old the newest rescued data may be, and how long a service may be away. The lab knows which writes are gone, and counts them.',
        source: {
          name: 'AWS whitepaper',
          place: 'Disaster Recovery of Workloads on AWS: recovery objectives (RTO and RPO)',
        },
      },
      teacher:
        'Let the room name the parts of the wait from the line of milestones, and say which of them they could make shorter, and at what risk.',
    },
    {
      id: 'lose-nothing',
      title: 'Lose nothing',
      say: 'The same hour again, before the first write. *Bring it about that Brazil is lost and no promise with it*: change what an OK waits for, then kill both machines in Brazil after some writes. Look at what a write takes then.',
      sayPresent: 'Lose Brazil, and no promise with it: change what an OK waits for, then kill both machines.',
      enter: { atMs: 600, settings: { paceMs: 120 }, interventions: REQUESTS },
      focus: ['db1', 'db2', 'db3', 'b', 's'],
      allow: [
        { set: 'replication.waitFor' },
        { set: 'replication.mode' },
        { action: 'kill', target: 'db1' },
        { action: 'kill', target: 'db2' },
      ],
      figures: true,
      gate: {
        is: 'state',
        when: 'happened(promoted(db3)) and node(db1).process = down and node(db2).process = down and counters.lost = 0 and count(write-ok from 0ms to first(killed(db1))) >= 3',
        over: 'happened(promoted(db3))',
        hint: 'Let every OK wait for two slaves, or for all. Play for a second, kill db1 and db2, and let the monitor promote db3. Was a write lost, or none promised before? Choose again.',
        solve: [set('replication.waitFor', 2), { playMs: 900 }, kill('db1'), kill('db2'), tookOver, { playMs: 500 }],
        others: [
          [set('replication.mode', 'all'), { playMs: 900 }, kill('db2'), kill('db1'), tookOver],
          [set('replication.waitFor', 2), { playMs: 1200 }, kill('db2'), { playMs: 20 }, kill('db1'), tookOver],
        ],
      },
      told: [
        {
          when: 'mode.kind = all',
          text: 'Nothing is lost. But an OK now waits for Singapore, 320 ms there and back, and after the loss “all” waits for slaves that are dead: nobody is told OK any more.',
        },
        {
          text: 'Nothing is lost: an RPO of 0. It is paid for with every write, every day: an OK now waits for Singapore, 320 ms there and back.',
        },
      ],
      remember: 'An RPO of 0 costs one round trip between regions, with every write.',
      model: {
        text: 'After its time-out semi-sync goes on alone and tells no client. Who needs an RPO of 0 must let writes wait instead, and accept that they may wait for long.',
        source: semiSync,
      },
      teacher: 'Ask who in the room would pay 320 ms with every write. Then ask how often they have lost a region.',
    },
    ...everywhere,
  ],
})
