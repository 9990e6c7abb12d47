/** A monitor as it begins: it takes the first master for well, and has heard from nobody. */
import type { Settings } from '../settings/index.ts'
import type { Monitor } from '../world/index.ts'
import { UNHEARD } from './monitorView.ts'

/** `master`: the node that it watches, by number. */
export function makeMonitor(id: string, number: number, { nodes, monitors }: Settings, master: number): Monitor {
  return {
    id,
    number,
    said: monitors.map(() => null),
    tends: number === 0,
    votersLease: -1,
    watches: master,
    probes: nodes.map(() => UNHEARD),
    reports: nodes.map(() => null),
    choice: null,
    parts: [],
    outageFrom: -1,
  }
}
