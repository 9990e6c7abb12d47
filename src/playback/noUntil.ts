// In place of what plays up to a condition in the figure for articles, which plays one run as it is.
export const untilOf = (): { problem: string } => ({ problem: 'This build plays to no condition.' })

export const fetchUntil = (): null => null
