/** From a key press to an action: how a chord is spelled, and when a key belongs to what has the focus instead. */
const NAMED: Record<string, string> = { ' ': 'Space', Spacebar: 'Space', Escape: 'Esc' }
/** Printable keys whose shifted form differs between keyboards: told apart by their place. */
const BY_PLACE: Record<string, string> = { Period: '.', Comma: ',' }

/** 'K', 'Shift+Z', 'Space', '.', 'Shift+.', '?', 'ArrowLeft'; '' for chords with Ctrl, Alt or Meta. */
export function chord(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>,
): string {
  // AltGr reports Ctrl and Alt together where it types a character such as '['.
  const altGr = event.ctrlKey && event.altKey && event.key.length === 1
  if ((event.ctrlKey || event.altKey || event.metaKey) && !altGr) return ''
  const place = BY_PLACE[event.code]
  if (place && event.shiftKey) return `Shift+${place}`
  const key = NAMED[event.key] ?? event.key
  if (/^[a-z]$/i.test(key)) return event.shiftKey ? `Shift+${key.toUpperCase()}` : key.toUpperCase()
  if (key.length === 1) return key
  return event.shiftKey ? `Shift+${key}` : key
}

const EDITABLE =
  'input:not([type=range]):not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]'
const PRESSABLE = 'button, a[href], summary, [role=button], [role=menuitem], [role=tab], [role=radio], input'
const ARROWED = '[role=slider], [role=radiogroup] *, [role=tablist] *, [role=menu] *, input, [data-own-arrows]'

/** Does this press belong to the focused element rather than to the page? */
export function belongsToFocus(target: EventTarget | null, pressed: string): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest(EDITABLE)) return true
  if (pressed === 'Space' || pressed === 'Enter') return target.closest(PRESSABLE) !== null
  if (/^(Shift\+)?(Arrow|Home|End|Page)/.test(pressed)) return target.closest(ARROWED) !== null
  return false
}
