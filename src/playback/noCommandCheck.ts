// In place of the check of commands in the figure for articles: they come from its own few buttons and its own address.
export const commandProblem = (): null => null
