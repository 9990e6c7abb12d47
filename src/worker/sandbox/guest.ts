/**
 * What runs inside the interpreter before the reader's function does: takes away what differs between machines or could
 * make code out of text, freezes everything that two calls share, and makes the two doors through which the host
 * comes: `take` (the function that was just evaluated) and `run` (some calls of it).
 *
 * A text and not a function of ours: a bundler would change it, and with it where memory and steps run out.
 *
 * Answers of `run`, one line a call: the result as canonical JSON; or "!" and ["path", "what"] where the result is not
 * JSON; or "?" and ["name", "message", "stack"] of what it threw.
 */
export const GUEST = `((buffer) => {
  'use strict'
  const { parse, stringify } = JSON
  const { keys, freeze, isFrozen, getPrototypeOf, getOwnPropertyDescriptor, getOwnPropertyNames } = Object
  const { ownKeys, apply } = Reflect
  const { isArray } = Array
  const ObjectPrototype = Object.prototype
  const FunctionPrototype = Function.prototype
  const textOf = FunctionPrototype.toString
  const { sort } = Array.prototype
  const { slice } = String.prototype
  const String_ = String
  const DEEPEST = 100

  // What no call may have: dice, and code made of text.
  delete Math.random
  delete globalThis.eval
  delete globalThis.Function
  const kinds = [function () {}, async function () {}, function* () {}, async function* () {}]
  for (const kind of kinds) delete getPrototypeOf(kind).constructor

  // Numbers come through memory and not as text: reading them is most of the work otherwise.
  const numbers = new Float64Array(buffer)
  for (const name of getOwnPropertyNames(globalThis))
    if (/.Array|ArrayBuffer|DataView|Atomics/.test(name)) delete globalThis[name]

  const freezeAll = (value) => {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || isFrozen(value)) return
    if (value !== globalThis) freeze(value)
    freezeAll(getPrototypeOf(value))
    for (const key of ownKeys(value)) {
      if (value === globalThis && key === 'globalThis') continue
      const { value: inner, get, set } = getOwnPropertyDescriptor(value, key)
      freezeAll(inner)
      freezeAll(get)
      freezeAll(set)
    }
  }
  freezeAll(globalThis)
  for (const kind of kinds) freezeAll(kind)
  const strings = [''[Symbol.iterator](), [][Symbol.iterator](), new Map().keys(), new Set().keys(), 'a'.matchAll(/a/g)]
  for (const one of [...strings, Iterator.from({ next() {} }), [].values().map((x) => x)]) freezeAll(one)
  try {
    freezeAll((async function* () {})())
  } catch {}

  let merge

  // Text, or undefined where the value is not JSON.
  const canonical = (value, depth) => {
    switch (typeof value) {
      case 'number':
        return value - value === 0 ? '' + value : undefined
      case 'string':
        return stringify(value)
      case 'boolean':
        return value ? 'true' : 'false'
      case 'object': {
        if (value === null) return 'null'
        if (depth === DEEPEST) return
        let text = ''
        if (isArray(value)) {
          const { length } = value
          for (let i = 0; i < length; i++) {
            const inner = canonical(value[i], depth + 1)
            if (inner === undefined) return
            text += i === 0 ? inner : ',' + inner
          }
          return '[' + text + ']'
        }
        const prototype = getPrototypeOf(value)
        if (prototype !== ObjectPrototype && prototype !== null) return
        const names = apply(sort, keys(value), [])
        for (let i = 0; i < names.length; i++) {
          const member = value[names[i]]
          if (member === undefined) continue
          const inner = canonical(member, depth + 1)
          if (inner === undefined) return
          text += (text === '' ? '' : ',') + stringify(names[i]) + ':' + inner
        }
        return '{' + text + '}'
      }
    }
  }

  const short = (text) => apply(slice, text, [0, 200])

  // Where a value stops being JSON: the same walk again, with the way.
  const notJson = (value, path, depth) => {
    if (typeof value !== 'object') {
      if (typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && value - value === 0)) return
      return [short(path), typeof value === 'number' ? '' + value : value === undefined ? 'undefined' : 'a ' + typeof value]
    }
    if (value === null) return
    if (depth === DEEPEST) return [short(path), 'deep']
    if (isArray(value)) {
      for (let i = 0; i < value.length; i++) {
        const found = notJson(value[i], path + '[' + i + ']', depth + 1)
        if (found !== undefined) return found
      }
      return
    }
    const prototype = getPrototypeOf(value)
    if (prototype !== ObjectPrototype && prototype !== null) {
      const { constructor } = prototype
      const name = typeof constructor === 'function' ? constructor.name : ''
      return [short(path), 'object ' + (typeof name === 'string' ? short(name) : '')]
    }
    const names = apply(sort, keys(value), [])
    for (let i = 0; i < names.length; i++) {
      const member = value[names[i]]
      if (member === undefined) continue
      const found = notJson(member, path + '.' + names[i], depth + 1)
      if (found !== undefined) return found
    }
  }

  const text = (value) => (typeof value === 'string' ? value : '')
  const thrown = (error) => {
    try {
      if (typeof error !== 'object' || error === null) return '?' + stringify(['', short(String_(error)), ''])
      const stack = apply(slice, text(error.stack), [0, 2000])
      return '?' + stringify([short(text(error.name)), short(text(error.message)), stack])
    } catch {
      return '?["","",""]'
    }
  }

  // Numbers of a version: wall, us, count, length of the vector, and so many more; NUMBERS of handed.ts in all.
  const vector = (numbers, at) => {
    const length = numbers[at]
    if (length === 3) return [numbers[at + 1], numbers[at + 2], numbers[at + 3]]
    if (length === 2) return [numbers[at + 1], numbers[at + 2]]
    const list = []
    for (let i = 0; i < length; i++) list[i] = numbers[at + 1 + i]
    return list
  }
  const version = (value, node, numbers, at) => ({
    value,
    wall: numbers[at],
    hybrid: { us: numbers[at + 1], count: numbers[at + 2] },
    vector: vector(numbers, at + 3),
    node,
  })

  const one = (a, b, base) => {
    try {
      const result = merge(a, b, base)
      const json = canonical(result, 0)
      if (json !== undefined) return json
      return '!' + stringify(notJson(result, '', 0) ?? ['', 'changing'])
    } catch (error) {
      return thrown(error)
    }
  }

  // Set by the source of the function: "merge = (a, b, base) => ...".
  globalThis.merge = undefined

  return {
    // The text of the function that the source came to, or '' when it is none that can be called.
    take() {
      merge = globalThis.merge
      delete globalThis.merge
      freeze(globalThis)
      if (typeof merge !== 'function' || getPrototypeOf(merge) !== FunctionPrototype) return ''
      freeze(merge)
      if (typeof merge.prototype === 'object') freeze(merge.prototype)
      return apply(textOf, merge, [])
    },
    // A list of six for each call: value and node of both versions, value of the base and whether there is one.
    run(json) {
      const values = parse(json)
      const { length } = values
      const n = numbers
      let lines = ''
      for (let at = 0, k = 0; at < length; at += 6, k += 40) {
        const a = version(values[at], values[at + 1], n, k)
        const b = version(values[at + 2], values[at + 3], n, k + 20)
        const base = values[at + 5] === 1 ? { value: values[at + 4] } : null
        // Called from one place only: a function can see in the stack of an error where it is called from.
        const line = one(a, b, base)
        lines += at === 0 ? line : '\\n' + line
      }
      return lines
    },
    thrown,
  }
})`
