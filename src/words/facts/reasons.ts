import type { Fact, FactKind } from '../../engine/index.ts'
import { inTerms } from '../terms.ts'

/**
 * Why each kind of fact happens: one or two sentences about the systems that are simulated. They stand apart from what
 * happened, because a page needs them only when somebody asks; the roles are put into the vocabulary then.
 */
const REASONS: Record<FactKind, string> = {
  'write-sent':
    'A client sends its writes to the node that it takes for the master. Until the answer comes it knows nothing.',
  'write-ok': 'OK is a promise of the master. What it is worth depends on who else has the write at that moment.',
  'write-error': 'An error means that this node did not take the write.',
  'write-unknown':
    'Without an answer a write may have happened or not. The client cannot tell, and sending it again may do it twice.',
  'read-sent':
    'Readers take no part in replication. They see what is applied on the node that they ask, and which one that is, their route decides.',
  'read-answered': 'A read shows the newest version that is applied on the node that answers, whoever else has more.',
  'read-failed': 'A read has no outcome to doubt: it is given up, and the next one is sent after a pause.',
  'read-held':
    'The client said how far it must be: no less than what it has written and seen. The node answers when it is; if that takes too long, it says so, and the read goes to the master.',
  'stale-read':
    'OK comes when the master has committed, or when enough slaves have received. Applied on this slave is later, and a read in between shows what was there before.',
  'own-write-missing':
    'The write went to the master and the read to a slave that had not applied it yet. To its user a write that was told OK seems to be gone.',
  'read-went-back':
    'Two slaves lag differently. Who reads from the faster one first and from the slower one next sees time run backwards.',
  'phantom-read':
    'With the wait after the commit, others see a change before any slave has acknowledged it. If the master dies then, what they saw never happened.',
  'client-rerouted': 'After a failover somebody must tell the clients where the new master is.',
  'heartbeat-written':
    'A job on the master writes the time into a row of its own. The row travels like any other, so on a slave it says how old the data there really are.',
  'write-executed': 'The statement has run, but nothing of it is in the binlog yet: a crash now undoes it.',
  'entries-logged': 'Once the binlog is flushed to disk, an entry survives a crash of this node, and it may be sent.',
  'entries-committed': 'From the commit on, others who read here see the change.',
  'write-rejected': 'A node takes writes only while it believes that its epoch is the newest.',
  'ack-arrived':
    'An acknowledgement says what its sender has done: received means safe in its relay log, not yet readable there.',
  'gate-timed-out':
    'Semi-sync prefers going on to safety: after its timeout the master says OK alone, and tells no client that its promises got weaker.',
  'gate-recovered': 'As soon as enough slaves have everything, the master returns to waiting for them.',
  'gate-blocked':
    'Quorum and all have no timeout. They would rather take no writes than promise one that too few slaves hold.',
  'gate-unblocked': 'The waiting commits are answered as soon as enough slaves have acknowledged them.',
  'slave-connected':
    'The copying side opens the connection and says how far it has come; from then on the other side sends.',
  'entries-sent': 'A thread of its own sends each new entry to each that copies. On the wire it belongs to nobody.',
  'entries-received':
    'The I/O thread has flushed it to the relay log: it survives a crash here, but nobody can read it yet.',
  'receiver-connecting': 'A broken connection is noticed at once; a silent one only when the net timeout has passed.',
  'receiver-connected': 'The I/O thread asks from its last position on, so nothing is skipped and nothing comes twice.',
  'receiver-refused':
    'Two logs can only be joined where one is the beginning of the other. Past the last common entry there is no common future.',
  'receiver-stopped': 'Without its I/O thread nothing new arrives; what is in the relay log is still applied.',
  'receiver-started': 'The I/O thread connects and asks from its last position on.',
  'apply-held':
    'A delayed slave has received the entry and keeps it back until it is old enough. What was a mistake can be stopped here until then.',
  'apply-started': 'The SQL thread takes entries from the relay log one after the other, in their order.',
  'entries-applied': 'Applied means readable on this slave. The client heard OK earlier, and perhaps long ago.',
  'applier-stopped': 'Without its SQL thread a node goes on receiving: the relay log grows, the data stands still.',
  'applier-started': 'The SQL thread goes on where it stopped.',
  'applier-blocked':
    'The SQL thread runs, but it cannot change rows that somebody has locked. What arrives is received and not applied, and the reported lag grows by one second each second.',
  'log-purged':
    'Old log files are deleted to free the disk. Whoever still needs what was in them can no longer be helped from here; a slave that is connected keeps what it has not been sent.',
  'left-behind':
    'A node sends from its log only. What is needed next is gone there: however soon the line is back, only a copy of data helps.',
  'log-expired': 'A log keeps only so much; older files are deleted by themselves.',
  'rebuild-asked':
    'A slave whose log can no longer be joined to that of the master, or whose data nobody trusts, is built anew from somebody else’s data.',
  'copy-started':
    'The copy holds what its donor had applied at this moment. It takes as long as the data divided by what donor and network give.',
  'copy-done':
    'A copy is as old as its beginning. What was written since is fetched like after any absence, if the master still has it in its log.',
  'copy-failed': 'Half a copy is no data. The node has to be built anew from the start.',
  'rejoin-asked':
    'Whatever the new master has, a former master may copy. Whatever the new master lacks stands in the way: where it has an entry of its own, the new one refuses it (error 1236).',
  'rewind-started':
    'Entries that the new master never had are undone from the node’s own log, back to the last entry in common. Their clients may have been told OK: here they are given up for good.',
  'rewind-failed': 'To undo an entry takes the log that says what it changed. What is purged cannot be undone.',
  rewound: 'Up to the last entry in common both histories are the same, so from there on it can copy like any slave.',
  rejoined: 'A former master that follows the new one is one more copy, and one more that can take over.',
  'slave-added':
    'A new slave has to copy the whole log, or somebody’s data and the log from there on. Until then it is far behind.',
  'slave-removed': 'A removed slave can no longer acknowledge, nor take over: fewer copies, fewer candidates.',
  'repoint-asked':
    'Somebody moves a slave under another node. It goes on from its own position, if the new one has everything before it.',
  orphaned:
    'Whoever stands below a dead node in the middle gets nothing more, although the master lives. Somebody has to connect it elsewhere.',
  killed:
    'A crash of the host breaks its connections at once. Its log survives on disk; what was on the wire does not.',
  'conflict-found':
    'Each master takes writes alone and tells the others later. Two that change the same row in the meantime cannot know of each other.',
  'write-discarded':
    'A rule that keeps one version has to throw the other away. Its client was told OK by its own master, and nobody tells it otherwise.',
  'rows-swapped':
    'Without a rule what arrives last stands, and at each of the two that is what the other one wrote. Both appliers run, and only a comparison of the rows shows it.',
  'siblings-joined':
    'Its vector covers those of all siblings, so it overwrites them: whoever has seen both can say what comes of both.',
  'statement-redone':
    'The entry carries what was done and not what came of it. On another row the same deed comes to another number, and no increment is lost.',
  'below-zero':
    'Each master checks what it knows. That both may sell what is left at the same time, only somebody sees who is asked before.',
  'siblings-kept':
    'Vectors only say that neither writer knew of the other. Which one is right they do not say, so both stay until a writer has seen both.',
  'applier-failed':
    'Plain replication does again what was done elsewhere. Where the row is not as it was there, it cannot, and everything behind that entry waits.',
  'entry-skipped': 'Skipping lets the applier go on. The rows stay different, and nobody is told so.',
  'entry-dropped': 'What has been applied once must not be applied again when it comes round or by another way.',
  'applied-again':
    'A node drops only what it wrote itself. When the origin of an entry has left the ring, everybody passes the entry on for ever.',
  'tombstone-collected':
    'A mark for every row that was ever deleted would grow for ever, so marks are thrown away after a while.',
  'row-resurrected':
    'Without the mark of the deletion, a row that one side lacks and the other has looks like one that is new there.',
  'masters-differ': 'Between a write and its arrival everywhere, masters hold different rows.',
  'masters-agree': 'When everything has arrived and the rule comes to the same answer everywhere, the rows are equal.',
  'replica-flushed':
    'A replica has the change on its disk. With two of three it is decided: whoever leads next will have it.',
  'replica-killed': 'Two of three are enough to go on, and one is not: it cannot know what the other two decide.',
  'replica-restarted': 'Its log on disk is as it was. It asks the leader for what came after.',
  'replica-returned':
    'It follows again, and takes no reads until it has caught up with what there was when it came back.',
  'leader-gone':
    'Nobody can know that a silent leader is dead, so its lease has to run out before another one may answer in its place.',
  'leader-elected':
    'Of the replicas that hear each other the one with the longest log leads. It has everything that two of them had flushed.',
  'promise-asked':
    'A strong write needs a second region before it is OK. What regions say to each other here is a model of ours: AWS has published none.',
  'promise-given': 'A region promises a row to one write at a time, and to nobody else until that is decided.',
  'promise-refused':
    'The row is promised to another write, or the region has a version of it that this write has not seen.',
  'write-agreed': 'Two of three regions have it. Whichever one is lost, the write is not.',
  'write-conflicted':
    'Two regions wrote the same row at once. The client hears of it and can try again, where last writer wins would have thrown one write away.',
  'write-in-doubt':
    'Its client is told that nobody knows: somebody may have promised, and the answer was lost. It is settled once a line is back.',
  'write-withdrawn': 'Nobody had promised it, so it has not happened.',
  'write-taken-over':
    'It had promised, and no longer hears whose write it is. So that the row does not wait, it completes the write with the third region.',
  'region-isolated':
    'One region of three cannot know what the other two decide, so it answers no strong read and takes no write.',
  'region-joined': 'It hears another region again, and takes writes from now on.',
  'master-removed': 'Whoever copied from it copies now from whom it copied. What it wrote is still under way.',
  'repair-started': 'Anti-entropy does not trust the log: it compares the rows themselves.',
  'repair-done': 'Each row that differed was settled by the rule that settles conflicts.',
  'client-moved':
    'Every master takes writes. A client whose own does not answer needs no failover, only another address.',
  'rows-locked': 'A long read or a backup holds rows on a slave. Its SQL thread has to wait until it lets go.',
  'rows-unlocked': 'The SQL thread goes on at full speed: it catches up as fast as it can apply.',
  'node-restarted': 'A node that starts again first brings its data in line with its log.',
  'node-recovered':
    'What had reached the binlog is committed, what had not is rolled back, whatever clients were told.',
  'link-cut': 'A cut resets the connections: both ends notice at once, and what was on its way is gone.',
  'link-stalled':
    'The bytes are held with the connection up. Silence looks like having nothing to say until a timeout passes.',
  'link-healed': 'What was held goes on; what was cut has to be asked for again.',
  dropped: 'A message dies with the connection that carried it.',
  resent:
    'A connection sends again what was lost on the way. Nothing is missing in the end, but all that follows waits for it.',
  'setting-changed': 'You, or the script of the scenario, changed it.',
  'probe-answered': 'The monitor asks every node, again and again, whether it is there.',
  'probe-missed': 'One missed probe proves nothing: the node may be slow, or the network.',
  suspected: 'Enough missed probes in a row make a suspicion. Waiting for them is most of the outage.',
  confirmed:
    'The monitor asks the slaves. Only when none of them hears the master is it the master that is gone, and not the monitor’s own network.',
  'suspicion-dropped': 'Promoting while the old master still lives would give two masters.',
  'candidate-weighed': 'Everything that a candidate has not received is lost if it takes over.',
  chosen:
    'The slave that has received most loses least. What counts is received, not applied: the rest is in its relay log.',
  'waiting-for-choice':
    'The scenario leaves the choice to a person, or all who are left have diverged: promoting one of those brings an older history back and loses what came after it. Every second of waiting is outage.',
  'drain-started':
    'Taking over with entries still in the relay log would throw them away, and some of them were promised.',
  drained: 'Received and applied are equal: nothing is left behind.',
  promoted:
    'Each promotion counts the epoch up by one. Whoever still writes under an older one is refused, so there is only one master.',
  'writes-lost': 'The client was told OK, but the new master never received them. They exist on the old master only.',
  repointed: 'The other slaves must follow the new master, from their own position on.',
  rerouted: 'A new master is of no use until the clients know its address.',
  'failover-done': 'The outage is the sum of detecting, confirming, choosing, draining, promoting and rerouting.',
  'failover-failed': 'Without a candidate nobody takes writes until a person steps in.',
  'down-for-me':
    'One monitor cannot tell whether the master is dead or it is cut off itself. So it only says what it finds, and asks the others.',
  'down-for-all':
    'A quorum of monitors in different places finds the master down. It is still nobody’s right to act: first one of them has to be elected.',
  'vote-asked':
    'Each waits a random moment before it asks, so that seldom two ask at once. A new epoch makes old votes worthless.',
  'vote-given': 'Each monitor has one vote in an epoch and gives it to whoever asks first, whatever it finds itself.',
  elected:
    'Two majorities of the same monitors always share one, which voted once: so no two are elected in one epoch.',
  'election-failed': 'Too few votes arrived in time: the others are out of reach, or have voted for somebody else.',
  'failover-blocked':
    'Acting on every alarm can do more harm than waiting: the rules say when nobody is promoted without a person.',
  'fence-started':
    'As long as the old master may still take writes, a new one makes two. Fencing first costs time, and is the only way to be sure.',
  'fence-done': 'From here on only one of them can say OK.',
  'lease-lost':
    'A master that nobody hears cannot tell whether it or the others are cut off. With a lease it stops by itself, before anybody else begins.',
  'made-read-only': 'A master that takes no writes does no harm: nobody is told OK for something that may not last.',
  'made-writable': 'Nobody else has become master meanwhile, so it goes on where it stopped.',
  'relay-log-skipped':
    'Taking over at once throws away what was received and not yet applied, although clients were told OK for it.',
  'switchover-asked':
    'When both are well, a change of masters need not lose anything: the old one stops first, and the new one waits until it has everything.',
  'switchover-done': 'The old one stopped before the new one began, and the new one had everything.',
  'switchover-failed': 'A switchover that cannot be finished in time is given up: the old master goes on.',
  'data-center-cut':
    'Those inside still hear one another, and so do those outside. Each side sees the other one as dead.',
  'data-center-healed': 'Both sides find out what the other one did meanwhile.',
  'alert-raised':
    'A monitor says what gauges show, once it has lasted for longer than a passing wave. Whether that is before users notice depends on where the thresholds are.',
  'alert-cleared':
    'The slave is below the threshold again. Somebody should still ask what it was, because it may come back.',
  fenced:
    'An old master that comes back does not know that it was replaced. The epoch tells it, before it can do harm.',
  'extra-entries-found':
    'They were logged before the crash and never received by the new master. Past the last common entry the two histories differ for good.',
}

/** The reason of a fact, in the present vocabulary. */
export const why = (fact: Pick<Fact, 'kind'>): string => inTerms(REASONS[fact.kind])
