/** Has anybody touched this page since it was opened? Until then nothing on it may move by itself. */
let touched = false

/** Also when somebody leads it from another window. */
export function touch(): void {
  touched = true
}

export const isTouched = (): boolean => touched

/** Called once, before anything is shown: a first press may be made on another page than the one that asks. */
export function noticeTouch(): void {
  for (const gesture of ['pointerdown', 'keydown']) addEventListener(gesture, touch, { capture: true, once: true })
}
