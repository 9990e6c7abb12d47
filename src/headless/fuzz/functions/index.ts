/** `lab fuzz --functions N`: hostile merge functions, each held against what must be true of any. */
import { type OpenSandbox, sandboxes } from '../../../worker/index.ts'
import { type Finding, finding } from '../finding.ts'
import { drawFunction } from './draw.ts'
import { type Judging, judge } from './judge.ts'
import { quickJs } from './quickJs.ts'

/** A new interpreter is made once in so many functions. */
const ELSEWHERE_EVERY = 25

let opened: Promise<{ open: OpenSandbox; bytes: Uint8Array }> | null = null

/** `open`: something else than the sandbox, which is judged instead. */
export async function judgeFunction(
  seed: number,
  open?: OpenSandbox,
): Promise<{ found: Finding; input: string } | null> {
  opened ??= (async () => {
    const bytes = quickJs()
    return { open: await sandboxes(bytes), bytes }
  })()
  const ours = await opened
  const judging: Judging = {
    open: open ?? ours.open,
    elsewhere: seed % ELSEWHERE_EVERY === 0 ? await sandboxes(ours.bytes) : null,
  }
  const input = drawFunction(seed)
  const wrong = judge(input, judging)
  return wrong === null ? null : { found: finding(wrong.name, 0, wrong.text), input }
}
