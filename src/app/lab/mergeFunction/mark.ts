/** The one place in the source about which something is said: its line is tinted, its sign underlined. */
import { StateEffect, StateField, type Text } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'

/** From 1, as the sandbox counts. */
export interface Place {
  line: number
  column: number
  severe: boolean
}

const setPlace = StateEffect.define<Place | null>()

/** The sign at a place, which may be said to lie behind the end of its line, or of the source. */
export function signAt(text: Text, { line, column }: Place): { from: number; to: number; line: number } {
  const { from, to } = text.line(Math.max(1, Math.min(line, text.lines)))
  const at = Math.max(from, Math.min(from + column - 1, to))
  if (at < to) return { from: at, to: at + 1, line: from }
  return { from: Math.max(from, to - 1), to, line: from }
}

/** Whatever is typed takes the mark away, or along, until the next one is set. */
export const marked = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, change) {
    const set = change.effects.find((effect) => effect.is(setPlace))
    if (set === undefined) return marks.map(change.changes)
    const place = set.value as Place | null
    if (place === null) return Decoration.none
    const { from, to, line } = signAt(change.state.doc, place)
    const tone = place.severe ? 'severe' : 'mild'
    const ranges = [Decoration.line({ class: `cm-marked ${tone}` }).range(line)]
    if (to > from) ranges.push(Decoration.mark({ class: `cm-sign ${tone}` }).range(from, to))
    return Decoration.set(ranges)
  },
  provide: (field) => EditorView.decorations.from(field),
})

export const mark = (view: EditorView, place: Place | null): void => view.dispatch({ effects: setPlace.of(place) })

/** Puts the cursor there. */
export function goTo(view: EditorView, place: Place): void {
  const { from } = signAt(view.state.doc, place)
  view.dispatch({ selection: { anchor: from }, scrollIntoView: true })
  view.focus()
}
