/** `lab help query`: the short form of src/query/LANGUAGE.md. */
export const QUERY_HELP = `The language of measures. A measure is one number for a run: yes is 1, no is 0, null is "never".
Times are milliseconds; a number may say its unit: 200us, 5ms, 3s, 2min, 85%. A minus has spaces around it.

At an instant (by itself: at the end of the run)
  lag(db2).entries  .toReceive  .toApply  .ms  .reported (whole seconds, or null)  .level
  node(db2).received  .applied  .role  .process  .epoch  .upstream  .extra  .onlyHere
  receiver(db2).state  .running  .reason  .peer     applier(db2).state  .running
  gate  mode.kind  .waiting  .needed     counters.ok  .error  .unknown  .lost  .ghost  .surviving ...
  client(c1).state  .pending  .target     monitor.state     link(db1, db2).state
  time  epoch  master  scenario  setting("network.oneWayMs")  guarantee(noLostOk).held
  same(db1, db2)  rowsOnly(db1, db2)  rows(db2)  row(db2, "k1")  lostIf(db2)  unheardIf(db2)
  happened(promoted)       instead of a node: master
  + - * /   = != < <= > >=   and or not   abs(x) round(x) floor(x) max(a, b) min(a, b)

Facts of a run: KIND, or KIND(where it happened, conditions): write-ok(c1, to <= 25), receiver-refused(db1, reason = diverged)
  Lists: KIND (their times), ms of KIND, us|from|to|count|... of KIND,
  delay(write-sent, entries-applied(db2)): from one fact of a write to another

Folds, each over the run or from TIME to TIME (a kind of fact there means its first):
  count first last min max mean sum p50 p95 of a list     nth(3, KIND)     order(killed, promoted, rerouted)
  max min mean p50 ... of an expression, looked at after all that happens, or every 100ms
  at(TIME, X)   first(COND) last(COND): when   share(COND)   longest(COND)   count(COND): how often it became true
  sequence(X) = "on fallen-back on"        where COND: looks at other instants do not count

  X if COND                counts only runs for which COND holds at their end

  p50(ms of write-ok(c1))
  max(lag(db2).entries every 100ms from link-stalled to link-healed)
  first(lag(db2).entries = 0 from link-healed) - first(link-healed)
  share(lag(db3).reported = 0 where lag(db3).entries > 20 every 50ms) >= 85%
  at(first(killed), lostIf(db2))

All of it with an example each: src/query/LANGUAGE.md. A case file: {"id", "source", "runs": [{"seed", "scenario",
"interventions"}], "measures": {"name": "expression"}, "expect": [{"measure", "op": "eq|ne|lt|le|gt|ge|within", "value" |
"factor" and "of", "tolerance" | "ratio"}]}. Medians over the runs are compared.
`
