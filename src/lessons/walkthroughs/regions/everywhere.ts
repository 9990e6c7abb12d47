/** Walkthrough 12: a master in each place, under the same requests and the same death, and the choice that is left. */
import type { Step } from '../../walkthrough.ts'
import { BACK, EVERYWHERE, LOST } from './story.ts'

export const everywhere: readonly Step[] = [
  {
    id: 'a-master-each',
    title: 'A master in each place',
    say: 'So let everybody write next door: *all three are masters now*, `db1` and `db2` in Brazil, and the last writer wins. `b` writes at `db1`, `s` at `db3`. There is no failover, because there is nobody to promote. Again Brazil dies at 1.5 s, under the same requests.',
    sayPresent: 'All three are masters now, everybody writes next door, and the last writer wins. Brazil dies again.',
    enter: { atMs: 1490, settings: { ...EVERYWHERE, paceMs: 100 }, interventions: LOST },
    focus: ['db1', 'db2', 'db3', 'b', 's'],
    predict: {
      ask: 'What does s, in Singapore, notice of it?',
      then: 'then cut the power',
      reveal: [{ until: 'time >= 2300', mostMs: 3000 }],
      options: [
        {
          id: 'a',
          text: 'Nothing',
          reason: 'Its master is next door.',
          when: 'count(write-error(s)) + count(write-unknown(s)) = 0',
          because: 'Nothing that it asks for goes to Brazil.',
        },
        {
          id: 'b',
          text: 'Some errors',
          reason: 'Two of three masters are dead.',
          when: 'count(write-error(s)) + count(write-unknown(s)) > 0',
          because:
            'Masters wait for nobody, and `s` asks the one that lives. It gets errors if it writes at a master in Brazil, and has to find another one.',
          world: { name: 'If it wrote in Brazil', settings: { 'clients.s.node': 'db1' } },
        },
      ],
    },
    gate: { is: 'read' },
    figures: true,
    told: [
      {
        text: 'Nothing. `b` finds another master after two errors, and goes on at 320 ms a write. Compare the figures with those of one master: a quarter of the time without service, and nothing is counted as lost. So far.',
      },
    ],
    model: {
      text: 'Here a client finds another master by itself, at its first error. Names in DNS move more slowly: a health check of Route 53 asks every 30 or 10 s, and three misses in a row count by default.',
      source: {
        name: 'Amazon Route 53 Developer Guide',
        place: 'Values that you specify when you create or update health checks',
      },
    },
    teacher:
      'Stop here and ask whether this is strictly better. Collect the reasons of those who hesitate; the next step is one of them.',
  },
  {
    id: 'it-returns',
    title: 'Brazil comes back',
    say: 'Two promised writes of `b` were on the line when Brazil died. They stand on the disk of `db1` and nowhere else. Meanwhile others have written the same rows. At 3 s Brazil has power again, and the masters exchange what they have.',
    sayPresent:
      'Two promised writes exist only on the disk of db1. Others have written the same rows. Brazil comes back.',
    enter: { atMs: 2990, settings: { ...EVERYWHERE, paceMs: 110 }, interventions: BACK },
    focus: ['db1', 'db2', 'db3', 'b', 's'],
    predict: {
      ask: 'What becomes of the two writes?',
      then: 'then switch it on',
      reveal: [{ until: 'time >= 4000', mostMs: 3000 }],
      options: [
        {
          id: 'a',
          text: 'They are kept',
          reason: 'The disk has them, so they return.',
          when: 'counters.lost = 0 and masters.discarded = 0',
          because:
            'They return, and meet later writes to the same rows. Both are kept if the rule keeps siblings; then somebody has to merge them.',
          world: {
            name: 'If the rule kept both',
            settings: { 'multiMaster.rule': 'dotted-version-vectors' },
          },
        },
        {
          id: 'b',
          text: 'Thrown away',
          reason: 'Later writes win.',
          when: 'masters.discarded = 2',
          because: 'The last writer wins, and these two are older.',
        },
      ],
    },
    gate: { is: 'read' },
    figures: true,
    told: [
      {
        text: 'The two that one master *lost*: here a rule *discards* them, and nobody is told. With one master everybody noticed the failover. More masters gave you the time, not the promises.',
      },
    ],
    remember: 'More masters shorten the wait. They do not make the line shorter.',
    teacher:
      'Lay both runs beside each other: the same two writes, the same two customers. Ask which of the two the operator could call.',
    model: {
      text: 'DynamoDB has both kinds: the default one goes on in each region and lets the last writer win; the strongly consistent one waits for a second of three regions before OK.',
      source: {
        name: 'AWS News Blog, June 2025',
        place: 'Multi-Region strong consistency for DynamoDB global tables',
      },
    },
  },
  {
    id: 'which-failure',
    title: 'Which failure can you live with?',
    say: 'One master: two promises lost, nobody served for seconds. An OK that waits for both regions: nothing lost, every write waits 320 ms. A master in each place: hardly a wait, and promises thrown away in silence. None of them is strictly better. Say what *must not* happen to you.',
    sayPresent:
      'Lose promises, wait with every write, or have some thrown away in silence. Which one can you live with?',
    enter: 'here',
    gate: { is: 'read' },
    choose: [
      { text: 'No promise may break', needs: { apart: 160, latency: 500, without: 10_000 } },
      { text: 'No write may wait', needs: { apart: 160, latency: 20, lose: 20, decides: 'clock' } },
      {
        text: 'Neither, and the application merges',
        needs: { apart: 160, latency: 20, decides: 'application', without: 500 },
      },
    ],
    told: [
      {
        text: 'Each of these opens the lab’s recommendation for two places, 160 ms apart, measured in trials like the ones you have just seen. There you can change every number.',
      },
    ],
    remember: 'You choose which failure you can live with.',
    teacher: 'Let three groups each open one of the recommendations, and defend what it accepts against the other two.',
  },
]
