/**
 * Milliseconds in files, integer microseconds in the engine. Both directions are exact for multiples of
 * 0.001 ms below 2^53 us: a decimal with three places is the double nearest to r/1000, and so is r / 1000.
 */
export const us = (ms: number): number => Math.floor(ms * 1000 + 0.5)

export const ms = (microseconds: number): number => microseconds / 1000
