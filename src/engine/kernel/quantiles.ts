/**
 * Two distributions as committed integers, because Node and Chromium disagree in the last bit of the logarithm and
 * a run must draw the same delays everywhere. Each number is a quantile times 2^16, rounded:
 *
 *   exponential with mean 1      q(p) = -ln(1 - p)
 *   log-normal with median 1     q(p) = e^(SIGMA z(p)), z the quantile of the standard normal
 *
 * `body[i]` is q(i/256). The two outermost of the 256 intervals would be too coarse, so there each further
 * knot halves what is left: `upper[j]` is q(1 - 2^-(8+j)), `lower[j]` is q(2^-(8+j)), up to 2^-32, which is the
 * last value that 32 bits can ask for. `quantiles.test.ts` computes every one of them again.
 */

/**
 * Spread of the log-normal table. The delay it stands for is the *extra* one, on top of a fixed distance: half of the
 * draws lie within 0.71 and 1.40 medians, one in a hundred is beyond 3.2. A healthy network looks like that (i).
 */
export const LOG_NORMAL_SIGMA = 0.5

export interface Quantiles {
  body: readonly number[]
  upper: readonly number[]
  /** Absent when q is straight enough near 0. */
  lower?: readonly number[]
}

/** Times 2^16. */
export const QUANTILE_SCALE = 65536

/** From how much each step to the next number differs from the step before: a third of the bytes to load. */
const curve = (bends: readonly number[]): readonly number[] => sums(sums(bends))

function sums(parts: readonly number[]): number[] {
  let sum = 0
  return parts.map((part) => {
    sum += part
    return sum
  })
}

export const EXPONENTIAL: Quantiles = {
  body: curve([
    0, 257, 0, 2, 0, 2, 0, 2, 1, 0, 2, 1, 1, 1, 2, 0, 2, 0, 2, 1, 1, 1, 2, 0, 2, 1, 2, 0, 2, 1, 2, 0, 2, 1, 2, 1, 1, 2,
    0, 3, 1, 1, 1, 2, 2, 0, 3, 1, 1, 2, 1, 2, 1, 2, 2, 1, 2, 2, 1, 2, 1, 2, 2, 2, 2, 1, 2, 2, 1, 3, 1, 3, 1, 2, 2, 2, 2,
    2, 2, 3, 1, 2, 3, 2, 2, 2, 2, 3, 2, 2, 3, 2, 2, 3, 2, 3, 2, 3, 3, 2, 2, 4, 2, 3, 3, 2, 4, 2, 3, 4, 2, 4, 2, 4, 3, 3,
    3, 4, 3, 4, 3, 4, 3, 4, 3, 5, 3, 4, 4, 4, 4, 4, 5, 3, 5, 5, 4, 4, 5, 5, 4, 6, 4, 6, 4, 6, 5, 6, 5, 5, 7, 5, 6, 6, 7,
    5, 7, 7, 6, 7, 8, 6, 7, 8, 8, 7, 8, 8, 9, 8, 9, 8, 10, 9, 9, 10, 10, 11, 9, 12, 11, 11, 12, 11, 13, 13, 12, 14, 14,
    14, 15, 14, 16, 16, 17, 17, 17, 18, 20, 18, 21, 21, 22, 22, 23, 25, 24, 27, 28, 27, 31, 30, 33, 34, 35, 37, 39, 42,
    42, 46, 47, 51, 54, 57, 59, 65, 68, 73, 77, 85, 89, 98, 104, 114, 124, 136, 148, 165, 181, 203, 227, 257, 291, 336,
    389, 456, 545, 657, 815, 1033, 1350, 1847, 2675, 4229, 7720, 18853,
  ]),
  upper: curve([363409, -317983, 0, 0, 0, 0, 0, 0, 0, 1, -1, 0, 0, 0, 0, 0, 0, 0, 0, 1, -1, 0, 0, 0, 0]),
}

export const LOG_NORMAL: Quantiles = {
  body: curve([
    0, 17332, -15097, -698, -317, -188, -127, -90, -69, -55, -43, -38, -31, -26, -24, -19, -19, -15, -15, -12, -12, -11,
    -9, -9, -9, -7, -7, -6, -7, -5, -6, -4, -5, -4, -5, -3, -4, -3, -3, -3, -3, -3, -3, -1, -4, -1, -2, -2, -2, -2, -1,
    -2, -1, -2, -1, -1, -1, -1, -2, 0, -1, -1, -1, -1, 0, -1, 0, -1, 0, -1, 0, -1, 0, 0, 0, 0, -1, 0, 0, 1, -1, 0, 0, 1,
    -1, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 2, -1, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 2, -1, 2, 1, 1, 1, 1, 0, 2, 1, 2, 0, 1, 2, 1,
    2, 1, 1, 1, 2, 2, 1, 2, 1, 2, 1, 3, 1, 2, 1, 3, 2, 1, 3, 2, 2, 2, 2, 2, 3, 3, 2, 2, 3, 2, 3, 3, 3, 3, 2, 4, 3, 3, 3,
    3, 4, 4, 3, 4, 3, 5, 3, 4, 5, 4, 4, 5, 5, 4, 5, 5, 6, 4, 6, 6, 6, 5, 7, 6, 7, 6, 7, 8, 7, 7, 8, 9, 8, 8, 10, 9, 10,
    9, 11, 11, 11, 12, 12, 13, 12, 15, 13, 16, 15, 17, 16, 19, 18, 20, 21, 21, 24, 23, 27, 26, 29, 31, 32, 35, 37, 40,
    42, 45, 50, 53, 58, 62, 69, 75, 83, 91, 102, 114, 128, 145, 166, 191, 223, 263, 315, 384, 478, 610, 806, 1113, 1631,
    2621, 4878, 12301,
  ]),
  upper: curve([
    247803, -218218, 1377, 1454, 1528, 1595, 1662, 1727, 1791, 1855, 1920, 1985, 2050, 2118, 2185, 2253, 2324, 2395,
    2468, 2543, 2617, 2695, 2773, 2855, 2937,
  ]),
  lower: curve([
    17332, -19180, 293, 230, 183, 149, 123, 102, 85, 74, 63, 54, 47, 42, 35, 33, 27, 27, 21, 21, 18, 17, 15, 13, 12,
  ]),
}

/** One of the 256 intervals, in 2^32nds. */
const STEP = 16777216

/** The quantile at `bits` / 2^32, times 2^16, rounded down: linear between knots. `bits`: 0 .. 2^32 - 1. */
export function quantile(table: Quantiles, bits: number): number {
  const interval = bits >>> 24
  if (interval === 255) return tail(table.upper, 4294967296 - bits)
  if (interval === 0 && table.lower) return tail(table.lower, Math.max(bits, 1))
  const low = table.body[interval]!
  return low + Math.floor(((table.body[interval + 1]! - low) * (bits % STEP)) / STEP)
}

/** `left`: what lies further out than the wanted quantile, in 2^32nds, 1 .. 2^24. */
function tail(knots: readonly number[], left: number): number {
  const halvings = Math.max(0, Math.clz32(left) - 8)
  const inner = STEP >>> halvings
  const span = Math.max(1, inner >>> 1)
  const low = knots[halvings]!
  return low + Math.floor(((knots[halvings + 1]! - low) * (inner - left)) / span)
}
