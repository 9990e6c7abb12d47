// What stands in for XState where a machine is only compiled: in the built pages. It holds a definition as XState's
// own setup() would (state nodes, transitions in the order of trying, targets found, timers written out) and cannot
// run it. So the pages carry the definitions and the compiled tables, but not the library; tests and the command
// line use the real one, and a test holds the two readings equal for every machine of the engine and for random ones.

interface Node {
  readonly key: string
  readonly parent: Node | null
  readonly path: readonly string[]
  readonly config: StateConfig
  readonly type: string
  readonly states: Record<string, Node>
  readonly entry: unknown[]
  readonly exit: unknown[]
  transitions: Map<string, Edge[]>
  always?: Edge[]
  readonly initial: { readonly target: Node[]; readonly actions: unknown[] }
}

interface Edge {
  readonly target: Node[] | undefined
  readonly guard: unknown
  readonly actions: unknown[]
  readonly reenter: boolean
  readonly eventType: string
  readonly delay?: string | number
}

interface EdgeConfig {
  target?: string
  guard?: unknown
  actions?: unknown
  reenter?: boolean
}
type Edges = string | EdgeConfig | undefined | readonly (string | EdgeConfig)[]

interface StateConfig {
  id?: string
  type?: string
  initial?: string | { target: string; actions?: unknown }
  states?: Record<string, StateConfig>
  on?: Record<string, Edges>
  always?: Edges
  after?: Record<string, Edges>
  entry?: unknown
  exit?: unknown
  history?: unknown
}

interface Implementations {
  actions?: Record<string, unknown>
  guards?: Record<string, unknown>
  delays?: Record<string, unknown>
}

/** XState's built-in actions are functions that carry their settings; these are not meant to be called either. */
const builtIn = (type: string, settings: object): object =>
  Object.assign(() => {}, { type: `xstate.${type}`, resolve: null, ...settings })

export const assign = (assignment: unknown): object => builtIn('assign', { assignment })
export const raise = (event: unknown, { id, delay }: { id?: string; delay?: unknown } = {}): object =>
  builtIn('raise', { event, id, delay })
export const cancel = (sendId: string): object => builtIn('cancel', { sendId })

export const setup = (implementations: Implementations) => ({
  createMachine(config: StateConfig) {
    const { actions = {}, guards = {}, delays = {} } = implementations
    const id = config.id ?? '(machine)'
    const ids = new Map<string, Node>()
    const root = nodeOf(config, id, null, id, ids)
    connect(root, ids)
    return { id, config, root, implementations: { actions, guards, delays } }
  },
  /** A state written in a file of its own: there for its types alone. */
  createStateConfig: <C extends StateConfig>(config: C): C => config,
})

const listOf = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? [...value] : [value])
const idOf = ({ config, path }: Node, machine: string): string => config.id ?? [machine, ...path].join('.')

function nodeOf(config: StateConfig, key: string, parent: Node | null, machine: string, ids: Map<string, Node>): Node {
  const { states = {}, initial, history } = config
  const children: Record<string, Node> = {}
  const start: Node[] = []
  const node: Node = {
    key,
    parent,
    path: parent ? [...parent.path, key] : [],
    config,
    type: config.type ?? (Object.keys(states).length > 0 ? 'compound' : history ? 'history' : 'atomic'),
    states: children,
    entry: listOf(config.entry),
    exit: listOf(config.exit),
    transitions: new Map(),
    initial: { target: start, actions: typeof initial === 'object' ? listOf(initial.actions) : [] },
  }
  ids.set(idOf(node, machine), node)
  for (const name of Object.keys(states)) children[name] = nodeOf(states[name]!, name, node, machine, ids)
  const first = typeof initial === 'object' ? initial.target : initial
  if (first !== undefined) start.push(found(children[first], first, node))
  return node
}

/** Once all states are known: transitions find their targets, and `after` becomes a timer set and stopped. */
function connect(node: Node, ids: ReadonlyMap<string, Node>, machine = node.key): void {
  const { config } = node
  const edges = (eventType: string, given: Edges, delay?: string | number): Edge[] =>
    (listOf(given).length > 0 ? listOf(given) : [undefined]).map((each) => {
      const { target, guard, actions, reenter } = (typeof each === 'object' ? each : { target: each }) as EdgeConfig
      const edge = { target: targetsOf(node, target, ids), guard, actions: listOf(actions), reenter: reenter ?? false }
      return { ...edge, eventType, ...(delay !== undefined && { delay }) }
    })
  for (const type of Object.keys(config.on ?? {})) node.transitions.set(type, edges(type, config.on![type]))
  for (const name of Object.keys(config.after ?? {})) {
    const delay = Number.isNaN(Number(name)) ? name : Number(name)
    const type = `xstate.after.${delay}.${idOf(node, machine)}`
    node.entry.push(raise({ type }, { id: type, delay }))
    node.exit.push(cancel(type))
    node.transitions.set(type, [...(node.transitions.get(type) ?? []), ...edges(type, config.after![name], delay)])
  }
  if (config.always !== undefined) node.always = edges('', config.always)
  for (const child of Object.values(node.states)) connect(child, ids, machine)
}

/** `#id`, `#id.path`, `.child` or `sibling.path`. */
function targetsOf(node: Node, target: string | undefined, ids: ReadonlyMap<string, Node>): Node[] | undefined {
  if (target === undefined || target === '') return undefined
  if (target.startsWith('#')) {
    const named = ids.get(target.slice(1))
    if (named) return [named]
    const [id = '', ...path] = target.slice(1).split('.')
    return [below(found(ids.get(id), target, node), path, node)]
  }
  if (target.startsWith('.')) return [below(node, target.slice(1).split('.'), node)]
  return [below(found(node.parent ?? undefined, target, node), target.split('.'), node)]
}

const below = (from: Node, path: readonly string[], asking: Node): Node =>
  path.reduce((node, key) => found(node.states[key], key, asking), from)

function found(node: Node | undefined, name: string, asking: Node): Node {
  if (node) return node
  throw new Error(`state "${asking.path.join('.')}" leads to "${name}", which does not exist.`)
}
