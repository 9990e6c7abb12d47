// In place of the answers where nobody asks: in the figure for articles, which has no panels.
export function answerOf(): never {
  throw new Error('This build answers no questions.')
}

export const fetchAnswers = (): null => null
