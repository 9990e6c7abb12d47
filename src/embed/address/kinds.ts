/**
 * What a value of a parameter may be: each kind reads a text and says, in words for an author, what it takes. Nothing
 * here throws; undefined = this text is no such value.
 */
export interface Kind<T> {
  read(text: string): T | undefined
  takes: string
  /** Whoever offers the values one by one: these; of a list any of them together. Absent: it is typed. */
  values?: readonly string[]
  many?: boolean
}

export const oneOf = <T extends string>(...values: T[]): Kind<T> => ({
  read: (text) => values.find((value) => value === text),
  takes: values.join(', '),
  values,
})

export const number = (least: number, most: number): Kind<number> => ({
  read: (text) => {
    const value = /^\d{1,10}(\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN
    return value >= least && value <= most ? value : undefined
  },
  takes: `a number from ${least} to ${most}`,
})

export const integer = (least: number, most: number): Kind<number> => ({
  read: (text) => {
    const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
    return value >= least && value <= most ? value : undefined
  },
  takes: `a whole number from ${least} to ${most}`,
})

export const pattern = (allowed: RegExp, takes: string): Kind<string> => ({
  read: (text) => (allowed.test(text) ? text : undefined),
  takes,
})

/** Separated by commas, each once, at most so many; none of them may be wrong. */
export const list = <T>(of: Kind<T>, most: number): Kind<T[]> => ({
  read: (text) => {
    const values = [...new Set(text.split(',').filter((one) => one !== ''))].map((one) => of.read(one))
    return values.length <= most && values.every((value) => value !== undefined) ? (values as T[]) : undefined
  },
  takes: `a list, with commas, of ${of.takes}`,
  ...(of.values && { values: of.values }),
  many: true,
})

export const flag: Kind<boolean> = {
  read: (text) => (text === '1' ? true : text === '0' ? false : undefined),
  takes: '0 or 1',
  values: ['0', '1'],
}

/** Absent or of that kind. */
export const maybe = <T>(kind: Kind<T>): Kind<T | null> => kind
