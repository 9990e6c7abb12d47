/**
 * One QuickJS in its WebAssembly memory, as a thing that can be put back: everything it knows is bytes, so a copy of
 * the bytes that it has used is a picture to return to, and whatever ran in between never was. That is what makes two
 * calls of a reader's function independent, and it costs less than a microsecond a call.
 *
 * Memory and steps are bounded from outside the interpreter, where a function cannot catch it: the memory does not
 * grow, and the rewritten module counts its own turns (see metered.ts).
 */
import load from '@jitl/quickjs-wasmfile-release-sync/emscripten-module'
import { DATA, HEAP, PAGES, STEPS } from './bounds.ts'
import { GUEST } from './guest.ts'
import { metered } from './metered.ts'

/** A picture of the interpreter. */
export interface Picture {
  readonly data: Uint8Array
  readonly heap: Uint8Array
}

/** What a run of the interpreter came to. A `stop` cannot be caught by the function that caused it. */
export type Ran =
  | { text: string; steps: number }
  /** What was thrown, as the guest says it: "?" and a list of name, message and stack. */
  | { thrown: string }
  | { stop: 'memory' }
  /** `stack` is '' where it stopped inside a built-in operation. */
  | { stop: 'budget'; stack: string }

/** JS_EVAL_FLAG_STRICT */
const STRICT = 8
/** Base objects, eval, normalize, RegExp and its compiler, JSON, Map and Set, typed arrays (the guest's own), Promise: no Date, no Proxy. */
const INTRINSICS = 1 | 4 | 8 | 16 | 32 | 64 | 256 | 512 | 1024

type Call = (...numbers: number[]) => number
interface QuickJs {
  newRuntime: Call
  newContext: Call
  setStack: Call
  enableInterrupts: Call
  evaluate: Call
  call: Call
  newBuffer: Call
  newString: Call
  getString: Call
  getProp: Call
  exception: Call
  undefined: Call
}
const NAMES: { [name in keyof QuickJs]: [string, number] } = {
  newRuntime: ['QTS_NewRuntime', 0],
  newContext: ['QTS_NewContext', 2],
  setStack: ['QTS_RuntimeSetMaxStackSize', 2],
  enableInterrupts: ['QTS_RuntimeEnableInterruptHandler', 1],
  evaluate: ['QTS_Eval', 6],
  call: ['QTS_Call', 5],
  newBuffer: ['QTS_NewArrayBuffer', 3],
  newString: ['QTS_NewString', 2],
  getString: ['QTS_GetString', 2],
  getProp: ['QTS_GetProp', 3],
  exception: ['QTS_ResolveException', 2],
  undefined: ['QTS_GetUndefined', 0],
}

export class Machine {
  private readonly quickJs: QuickJs
  private readonly bytes: Uint8Array
  /** The same, four at a time. */
  private readonly words: Int32Array
  private readonly view: DataView
  private readonly input: Uint8Array
  /** Where the numbers of the next run are written. */
  readonly numbers: Float64Array
  private readonly fuel: WebAssembly.Global<'i32'>
  private readonly stack: WebAssembly.Global<'i32'>
  private readonly top: number
  private readonly context: number
  private readonly doors: { take: number; run: number; thrown: number }
  private readonly nothing: number
  private readonly encoder = new TextEncoder()
  private readonly decoder = new TextDecoder()
  private ranOut = false
  readonly module: WebAssembly.Module
  /** Before any function was taken. */
  readonly blank: Picture

  static async from(wasm: Uint8Array): Promise<Machine> {
    return Machine.of(await WebAssembly.compile(metered(wasm, PAGES)))
  }

  /** Another of the same module, which was rewritten before. */
  static async of(module: WebAssembly.Module): Promise<Machine> {
    const memory = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES })
    let instance: WebAssembly.Instance | undefined
    const loaded = await load({
      wasmMemory: memory,
      instantiateWasm(imports, use) {
        instance = new WebAssembly.Instance(module, imports)
        use(instance)
        return instance.exports
      },
    })
    return new Machine(module, loaded, instance!, memory)
  }

  private constructor(
    module: WebAssembly.Module,
    loaded: Awaited<ReturnType<typeof load>>,
    { exports }: WebAssembly.Instance,
    memory: WebAssembly.Memory,
  ) {
    this.module = module
    this.bytes = new Uint8Array(memory.buffer)
    this.words = new Int32Array(memory.buffer)
    this.view = new DataView(memory.buffer)
    this.input = this.bytes.subarray(HEAP.input, HEAP.inputEnd)
    this.numbers = new Float64Array(memory.buffer, HEAP.numbers, HEAP.mostNumbers)
    this.fuel = exports['fuel'] as WebAssembly.Global<'i32'>
    this.stack = exports['stack'] as WebAssembly.Global<'i32'>
    this.top = this.stack.value
    // Asked for by the allocator when it is out of memory: it is not given more, and cannot hide that it asked.
    memory.grow = () => {
      this.ranOut = true
      throw new RangeError('The memory does not grow.')
    }
    loaded.callbacks = {
      shouldInterrupt: () => (this.ranOut || this.fuel.value < STEPS.hard - STEPS.soft ? 1 : 0),
      callFunction: refuse,
      loadModuleSource: refuse,
      normalizeModule: refuse,
      freeHostRef: refuse,
    }
    this.quickJs = Object.fromEntries(
      Object.entries(NAMES).map(([name, [symbol, count]]) => [
        name,
        loaded.cwrap(symbol, 'number', Array<'number'>(count).fill('number')),
      ]),
    ) as unknown as QuickJs
    const { quickJs } = this
    this.fuel.value = STEPS.ours
    const runtime = quickJs.newRuntime()
    quickJs.setStack(runtime, STEPS.stackBytes)
    quickJs.enableInterrupts(runtime)
    this.context = quickJs.newContext(runtime, INTRINSICS)
    this.nothing = quickJs.undefined()
    const buffer = quickJs.newBuffer(this.context, HEAP.numbers, HEAP.mostNumbers * 8)
    const doors = this.call(this.value(GUEST, 'guest'), buffer)
    const error = quickJs.exception(this.context, doors)
    if (error !== 0) throw new Error(`The guest does not run: ${this.text(error)}`)
    const door = (name: string) => {
      this.put(name)
      return quickJs.getProp(this.context, doors, quickJs.newString(this.context, HEAP.input))
    }
    this.doors = { take: door('take'), run: door('run'), thrown: door('thrown') }
    this.blank = this.picture()
  }

  /** Takes the function that `source` comes to. `text`: of that function, '' where it is none that can be called. */
  take(source: string): Ran {
    return this.guarded(() => {
      const value = this.value(source, 'function')
      const thrown = this.thrown(value)
      return thrown ?? this.answer(this.call(this.doors.take))
    })
  }

  /** Carries out calls of the function taken, as `run` in guest.ts says; the numbers must stand in `numbers`. */
  run(calls: string): Ran {
    return this.guarded(() => {
      this.put(calls)
      const text = this.quickJs.newString(this.context, HEAP.input)
      return this.answer(this.call(this.doors.run, text))
    })
  }

  picture(): Picture {
    // The allocator keeps a mark at the end of what it uses; behind that is nothing.
    const { bytes, words } = this
    const first = HEAP.start / 4
    let end = words.length
    while (end > first && words[end - 1] === 0) end--
    return {
      data: bytes.slice(DATA.start, DATA.end),
      heap: bytes.slice(HEAP.start, Math.min(bytes.length, end * 4 + 64)),
    }
  }

  restore({ data, heap }: Picture): void {
    this.bytes.set(data, DATA.start)
    this.bytes.set(heap, HEAP.start)
  }

  /** As `restore`, and also what earlier runs left in memory that nobody uses: before a picture is made. */
  restoreWhole(picture: Picture): void {
    this.bytes.fill(0, HEAP.start)
    this.restore(picture)
  }

  /** All of the memory, for whoever wants to compare. */
  get memory(): Uint8Array {
    return this.bytes
  }

  private guarded(run: () => Ran): Ran {
    this.ranOut = false
    this.fuel.value = STEPS.hard
    try {
      const ran = run()
      return this.ranOut ? { stop: 'memory' } : ran
    } catch (error) {
      this.stack.value = this.top
      if (this.ranOut) return { stop: 'memory' }
      if (error instanceof WebAssembly.RuntimeError && this.fuel.value === 0) return { stop: 'budget', stack: '' }
      throw error
    }
  }

  private answer(value: number): Ran {
    const steps = STEPS.hard - this.fuel.value
    return this.thrown(value) ?? { text: this.text(value), steps }
  }

  /** What `value` stands for if it was thrown, or null. */
  private thrown(value: number): Ran | null {
    const { context, quickJs } = this
    const error = quickJs.exception(context, value)
    if (error === 0) return null
    const stopped = !this.ranOut && this.fuel.value < STEPS.hard - STEPS.soft
    this.fuel.value = STEPS.hard
    const said = this.text(this.call(this.doors.thrown, error))
    return stopped ? { stop: 'budget', stack: said } : { thrown: said }
  }

  private call(door: number, argument?: number): number {
    if (argument === undefined) return this.quickJs.call(this.context, door, this.nothing, 0, 0)
    this.view.setUint32(HEAP.arguments, argument, true)
    return this.quickJs.call(this.context, door, this.nothing, 1, HEAP.arguments)
  }

  private value(source: string, file: string): number {
    const length = this.put(source)
    const name = HEAP.input + length + 1
    this.bytes[name + this.encoder.encodeInto(file, this.bytes.subarray(name)).written] = 0
    return this.quickJs.evaluate(this.context, HEAP.input, length, name, 0, STRICT)
  }

  private put(text: string): number {
    const { written, read } = this.encoder.encodeInto(text, this.input)
    if (read < text.length) throw new RangeError('The text is longer than the sandbox takes at once.')
    this.bytes[HEAP.input + written] = 0
    return written
  }

  private text(value: number): string {
    const start = this.quickJs.getString(this.context, value)
    const { bytes } = this
    let end = start
    let ascii = true
    for (let byte = bytes[end]!; byte !== 0; byte = bytes[++end]!) ascii &&= byte < 0x80
    // A call out for a few letters costs more than the letters.
    if (!ascii || end - start > SHORT) return this.decoder.decode(bytes.subarray(start, end))
    let text = ''
    for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]!)
    return text
  }
}

const SHORT = 24

const refuse = (): never => {
  throw new Error('The sandbox has no door there.')
}
