/** The focus ring on the stage: only a keyboard's focus is drawn. */
import { page, type Selection } from '../../page/page.ts'

export function setFocus(one: Selection | null): void {
  page.set({ focus: one && document.activeElement?.matches(':focus-visible') ? one : null })
}
