/**
 * Decides whether the master is dead and who takes over (DOMAIN 3.1 holistic, 3.3): missed probes make it suspect;
 * it then asks the slaves, and only when none of them still copies from the master is it confirmed. Then: fence the
 * old one, choose, let the chosen one empty its relay log, promote, point its siblings to it, reroute the clients.
 * Each group of states has a file of its own. Simplified: the monitor itself never fails.
 */

import { blocked } from './failoverBlocked.ts'
import { choosing, waitingForChoice } from './failoverChoose.ts'
import { agreeing, confirming, standing, suspecting } from './failoverDetect.ts'
import { fencing } from './failoverFence.ts'
import { draining, promoting, repointing, rerouting } from './failoverPromote.ts'
import { done, failed, watching } from './failoverRest.ts'
import { failoverSetup } from './failoverSetup.ts'
import { reinstating, switchingOver } from './failoverSwitch.ts'

export const failoverManager = failoverSetup.createMachine({
  id: 'failoverManager',
  context: ({ input }) => ({
    s: input.s,
    master: input.master,
    former: -1,
    epoch: 1,
    promised: 1,
    answers: 0,
    expected: 0,
    named: -1,
    chosen: -1,
    chosenLife: 0,
    chosenAt: 0,
    suspect: -1,
    end: 0,
    doneAt: -1,
    bereft: false,
    undrained: false,
    switching: false,
    doubting: false,
  }),
  initial: 'watching',
  // Only a monitor that has nothing else to do begins one.
  on: { SWITCHOVER: { actions: { type: 'declineSwitch', params: ({ event }) => ({ node: event.node }) } } },
  states: {
    watching,
    suspecting,
    agreeing,
    standing,
    confirming,
    blocked,
    fencing,
    choosing,
    waitingForChoice,
    switchingOver,
    reinstating,
    draining,
    promoting,
    repointing,
    rerouting,
    done,
    failed,
  },
})
