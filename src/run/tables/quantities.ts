/**
 * Ranges that several fields of a scenario share. The smallest duration is the grain of a millisecond, since every
 * effect comes after its cause; the largest is a day for what waits, a minute for what travels or is worked on.
 */
export const delay = { type: 'number', unit: 'ms', min: 0.001, max: 60_000, step: 1 } as const
export const cost = { type: 'number', unit: 'ms', min: 0.001, max: 60_000, step: 0.1, live: true } as const
export const patience = { type: 'number', unit: 'ms', min: 0.001, max: 86_400_000, step: 100 } as const
