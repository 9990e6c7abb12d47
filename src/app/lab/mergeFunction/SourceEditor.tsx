/**
 * The source in CodeMirror. Its text is the editor's own, so that undo and the cursor survive: it tells each change, and
 * takes another text only as a change that can be undone. Tab indents; after Escape it leaves, as does a second Escape.
 */
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap, lineNumbers } from '@codemirror/view'
import { type RefObject, useEffect, useRef } from 'react'
import { merging } from '../../../words/index.ts'
import { javaScript } from './language.ts'
import { goTo, mark, marked, type Place } from './mark.ts'

/** What stands around it may ask of the editor. */
export interface Writing {
  /** Another text in place of all; undo brings the old one back. */
  replace(text: string): void
  goTo(place: Place): void
}

interface Props {
  /** What it opens with. */
  initial: string
  /** Ids of what describes it. */
  describedBy: string
  place: Place | null
  writing: RefObject<Writing | null>
  onChange: (text: string) => void
  onLeave: () => void
}

export function SourceEditor({ initial, describedBy, place, writing, onChange, onLeave }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const heard = useRef({ onChange, onLeave })
  heard.current = { onChange, onLeave }
  // biome-ignore lint/correctness/useExhaustiveDependencies: one editor as long as the panel is open
  useEffect(() => {
    const mine = editorIn(box.current!, initial, describedBy, heard)
    view.current = mine
    writing.current = {
      replace(text) {
        mine.dispatch({ changes: { from: 0, to: mine.state.doc.length, insert: text }, selection: { anchor: 0 } })
      },
      goTo: (there) => goTo(mine, there),
    }
    return () => {
      writing.current = null
      mine.destroy()
    }
  }, [])
  const { line = 0, column = 0, severe = false } = place ?? {}
  useEffect(() => {
    if (view.current) mark(view.current, line === 0 ? null : { line, column, severe })
  }, [line, column, severe])
  return <div ref={box} className="source-editor" />
}

type Heard = RefObject<{ onChange: (text: string) => void; onLeave: () => void }>

function editorIn(parent: HTMLElement, doc: string, describedBy: string, heard: Heard): EditorView {
  /** Escape was the last key: the next Tab goes on, the next Escape leaves. */
  let leaving = false
  const letGo = (view: EditorView) => {
    if (leaving) heard.current.onLeave()
    else view.setTabFocusMode(true)
    leaving = true
    return true
  }
  const stay = (view: EditorView) => {
    if (leaving) view.setTabFocusMode(false)
    leaving = false
  }
  const view: EditorView = new EditorView({
    parent,
    state: EditorState.create({
      doc,
      extensions: [
        EditorView.domEventHandlers({
          keydown(event, at) {
            if (!/^(Escape|Tab|Shift|Control|Alt|Meta)$/.test(event.key)) stay(at)
            return false
          },
          blur: (_, at) => stay(at),
        }),
        keymap.of([{ key: 'Escape', run: letGo }, indentWithTab, ...defaultKeymap, ...historyKeymap]),
        lineNumbers(),
        history(),
        indentOnInput(),
        indentUnit.of('  '),
        bracketMatching(),
        javaScript,
        marked,
        EditorView.lineWrapping,
        // The sheet gives the focus to who asks for it in this way.
        EditorView.contentAttributes.of({
          'aria-label': merging.editor,
          'aria-describedby': describedBy,
          autofocus: '',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) heard.current.onChange(update.state.doc.toString())
        }),
      ],
    }),
  })
  return view
}
