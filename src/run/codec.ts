import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate'
import { fromBase64url, toBase64url } from './base64url.ts'
import { canonicalJson, compact } from './canonical.ts'
import { checkNumber } from './check.ts'
import { LIMITS } from './limits.ts'
import { checkRun, foreignModel } from './parse.ts'
import { type Or, orProblem, Problem, quote } from './problem.ts'
import { MODEL, type Run } from './run.ts'

/**
 * A run as the text of a link: the model number, a dot, then base64url of 4 bytes of checksum, 3 bytes of the
 * inflated length, and the deflated canonical JSON without defaults. The length stands first so that nobody
 * can make a reader inflate a bomb; the checksum so that a link that lost a letter says so.
 */
export function encodeRun(run: Run): Or<{ text: string }> {
  const json = strToU8(canonicalJson(compact(run)))
  const packed = json.length > LIMITS.fileBytes ? null : deflateSync(json, { level: 9 })
  if (packed === null || Math.ceil(((packed.length + 7) * 4) / 3) + String(MODEL).length + 1 > LIMITS.linkCharacters)
    return { problem: 'This run is too long for a link; save it as a file instead.' }
  const bytes = new Uint8Array(packed.length + 7)
  bytes.set([json.length >> 16, (json.length >> 8) & 255, json.length & 255], 4)
  bytes.set(packed, 7)
  const sum = checksum(bytes.subarray(4))
  bytes.set([sum >>> 24, (sum >>> 16) & 255, (sum >>> 8) & 255, sum & 255], 0)
  return { text: `${MODEL}.${toBase64url(bytes)}` }
}

/** The run of a link's text, or one sentence. Never throws, and works as little for nonsense as for a run. */
export const decodeRun = (text: string): Or<{ run: Run }> => orProblem(() => ({ run: unpack(text) }))

const DAMAGED = 'This link is damaged: some of its characters are missing or changed.'

function unpack(text: string): Run {
  if (text.length > LIMITS.linkCharacters)
    throw new Problem(`This link has ${text.length} characters, but at most ${LIMITS.linkCharacters} are allowed.`)
  const found = /^(\d{1,9})\.([\w-]+)$/.exec(text)
  if (found === null) throw new Problem(DAMAGED)
  const model = Number(found[1])
  if (model !== MODEL && model > 0) throw foreignModel('link', model)
  const bytes = fromBase64url(found[2]!)
  if (bytes === null || bytes.length < 8 || model !== MODEL) throw new Problem(DAMAGED)
  const [a, b, c, d, x, y, z] = bytes as unknown as [number, number, number, number, number, number, number]
  const sum = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0
  if (checksum(bytes.subarray(4)) !== sum) throw new Problem(DAMAGED)
  const length = (x << 16) | (y << 8) | z
  if (length > LIMITS.fileBytes) throw new Problem('This link holds more than the lab is willing to read.')
  return checkRun(inflateJson(bytes.subarray(7), length))
}

/** The checksum held, so what fails from here on was written by somebody's own program. */
function inflateJson(packed: Uint8Array, length: number): unknown {
  try {
    const json = inflateSync(packed, { out: new Uint8Array(length) })
    if (json.length === length) return JSON.parse(strFromU8(json))
  } catch {
    // Not deflate, or not JSON: the same sentence.
  }
  throw new Problem(DAMAGED)
}

/** FNV-1a, 32 bits. */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}

/**
 * What stands after the page's address: the run and the moment, `t` in integer microseconds; and the run that is shown
 * beside it, if there is one.
 */
export function linkHash(run: Run, t: number, beside: Run | null = null): Or<{ hash: string }> {
  const encoded = encodeRun(run)
  const other = beside === null ? null : encodeRun(beside)
  if ('problem' in encoded) return encoded
  if (other !== null && 'problem' in other) return other
  return { hash: `#/lab?s=${encoded.text}${other === null ? '' : `&b=${other.text}`}&t=${t}` }
}

/** The run, the moment and the run beside it of a link: a whole address, its hash, or the bare text. Null when it carries no run at all. */
export function parseLink(link: string): Or<Linked> | null {
  const hash = link.trim().replace(/^[^#]*(?=#)/, '')
  if (!hash.startsWith('#')) return /^\d+\./.test(hash) ? moment(hash, null) : null
  const query = /\?(.*)$/.exec(hash)?.[1] ?? ''
  const parameters = new Map(query.split('&').map((part) => [part.slice(0, 2), part.slice(2)]))
  const s = parameters.get('s=')
  if (s === undefined) return null
  const [found, b] = [moment(s, parameters.get('t=') ?? null), parameters.get('b=')]
  if ('problem' in found || b === undefined) return found
  const beside = decodeRun(b)
  return 'problem' in beside ? { problem: `The run beside it: ${beside.problem}` } : { ...found, beside: beside.run }
}

/** `beside`: the run that is shown beside it, on one clock; null = it stands alone. */
interface Linked {
  run: Run
  t: number
  beside: Run | null
}

const moment = (s: string, t: string | null): Or<Linked> =>
  orProblem(() => {
    const run = unpack(s)
    if (t === null || t === '') return { run, t: 0, beside: null }
    if (!/^\d{1,15}$/.test(t))
      throw new Problem(`The time of this link must be whole microseconds, but is ${quote(t)}.`)
    return {
      run,
      beside: null,
      t: checkNumber(Number(t), { unit: 'draws', min: 0, max: LIMITS.timeMs * 1000 }, 'The time t of this link'),
    }
  })
