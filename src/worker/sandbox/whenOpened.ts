import type { OpenSandbox } from './sandboxes.ts'

/** A chunk of its own: whoever opens no function loads none of it. Rejects with one sentence. */
export const fetchSandboxes = async (): Promise<OpenSandbox> => (await import('./fetched.ts')).fetchInterpreter()
