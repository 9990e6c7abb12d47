/** A link has one name whichever end asks: `a~b`, the smaller id first. */
export const linkId = (a: string, b: string): string => (a < b ? `${a}~${b}` : `${b}~${a}`)
