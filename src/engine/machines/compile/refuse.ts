// What a definition may not contain. The kernel runs machines as pure tables, so whatever starts live actors,
// remembers outside the configuration (history), ends a machine, or hides behind an unnamed function is refused
// when the machine is built, in one sentence that names the machine, the state and the thing.

/** Throws `machine "m", state "a.b": <what>.` An empty path means the machine's root. */
export function refuse(machine: string, path: string, what: string): never {
  throw new Error(`machine "${machine}", ${path === '' ? 'root' : `state "${path}"`}: ${what}.`)
}

/** Parts of a state's configuration that are not supported, with what to say about each. */
const FORBIDDEN_KEYS: readonly (readonly [key: string, what: string])[] = [
  ['invoke', 'invoke is not supported'],
  ['onDone', 'onDone is not supported'],
  ['history', 'history states are not supported'],
  ['output', 'output is not supported'],
  ['route', 'route is not supported'],
]

/** Refuses a state for what stands directly in its configuration. */
export function refuseState(machine: string, path: string, key: string, config: Record<string, unknown>): void {
  for (const [name, what] of FORBIDDEN_KEYS) if (config[name] !== undefined) refuse(machine, path, what)
  const { type } = config
  if (type === 'final') refuse(machine, path, 'final states are not supported')
  if (type === 'history') refuse(machine, path, 'history states are not supported')
  // JavaScript would move such keys to the front, so that "document order" would no longer be what is written.
  if (/^\d+$/.test(key)) refuse(machine, path, 'a state may not have a number for a name')
  if (/[.\s/]/.test(key)) refuse(machine, path, 'a state name may not contain dots, slashes or blanks')
}

/** Refuses event descriptors that are neither a plain name nor '*'. */
export function refuseDescriptor(machine: string, path: string, descriptor: string): void {
  if (descriptor === '*') return
  if (descriptor.includes('*')) refuse(machine, path, `the partial wildcard "${descriptor}" is not supported`)
  if (descriptor.startsWith('xstate.')) refuse(machine, path, `the event name "${descriptor}" is reserved`)
}

/** XState's built-in actions other than assign, raise and cancel, by their type. */
export function refuseBuiltIn(machine: string, path: string, type: string): never {
  const name = type.replace(/^xstate\./, '')
  return refuse(machine, path, `the built-in action ${name} is not supported`)
}
