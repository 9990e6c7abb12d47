/** The element's own room: what stands between its tags, a button that starts the figure, and later the frame. */
const sheet = new CSSStyleSheet()
sheet.replaceSync(
  ':host{display:block}iframe{display:block;width:100%;border:0;color-scheme:light dark}' +
    'button{display:block;margin:8px 0 0;padding:8px 12px;border:0;border-radius:var(--rlab-radius,4px);' +
    'background:#14202b;color:#fff;font:700 14px/1.4 var(--rlab-font,system-ui,sans-serif);text-align:left;cursor:pointer}' +
    'button:focus-visible{outline:3px solid;outline-offset:2px}@media print{button{display:none}}',
)

export function shadow(element: HTMLElement, text = ''): { root: ShadowRoot; button: HTMLButtonElement } {
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [sheet]
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = text
  if (text) root.replaceChildren(document.createElement('slot'), button)
  return { root, button }
}
