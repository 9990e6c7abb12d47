// In place of digests where nobody compares any: in the figure for articles, which answers no questions.
export const digestOf = (): string => ''
