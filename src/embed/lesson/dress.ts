/** The card's own style sheet comes with it: a figure without a walkthrough does without. */
import css from './lesson.css?inline'

let worn = false

export function dress(): void {
  if (worn) return
  worn = true
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets.push(sheet)
}
