/**
 * Has anybody touched this page since it was opened? Until then nothing on it may move by itself. A browser that cannot say
 * so is taken at its word when it plays.
 */
let byOthers = false

/** Somebody leads it from another window. */
export function touch(): void {
  byOthers = true
}

export const isTouched = (): boolean => byOthers || (navigator.userActivation?.hasBeenActive ?? true)
