// A scale through points: straight between them, straight on beyond them. What d3-scale's linear scale does, without
// what comes with it there (interpolation of colours, number formats), which the first load would pay for.

/** `domain` ascends and is as long as `range`, at least two. A domain of one value stands in the middle. */
export function linear(domain: readonly number[], range: readonly number[]): (value: number) => number {
  return (value) => {
    let i = 1
    while (i < domain.length - 1 && value > domain[i]!) i++
    const [from, to] = [domain[i - 1]!, domain[i]!]
    const [start, end] = [range[i - 1]!, range[i]!]
    const share = to > from ? (value - from) / (to - from) : 0.5
    return start * (1 - share) + end * share
  }
}
