/** What the reader may do in a step: buttons for its actions, fields for its settings, a hint, and "Show me". */
import { doingsOf, type Step } from '../../lessons/index.ts'
import { commonValue, liveField } from '../../run/index.ts'
import { choiceWord, learning, settingName, unitWord } from '../../words/index.ts'
import type { Lab, Update } from '../../worker/index.ts'
import { able, button, make, prose } from './elements.ts'
import type { Piece, Tell } from './piece.ts'

/** Wall milliseconds until the hint comes unasked. */
const HINT_MS = 25_000

export interface Hand {
  readonly lab: Lab
  /** Does something to the run, and lets it go on. */
  act(action: Parameters<Lab['do']>[0] & { do: 'act' }): void
  readonly lock: 'none' | 'params' | 'faults' | 'predict' | 'all'
}

/** `hinted`: with the hint open, to see how high it is. */
export function moves({ allow = [], gate }: Step, hand: Hand, tell: Tell, hinted: boolean): Piece | null {
  const { lab, lock } = hand
  const may = (what: 'faults' | 'params') => lock !== what && lock !== 'all'
  const actions = may('faults') ? allow.filter((one) => 'action' in one) : []
  const paths = may('params') ? allow.flatMap((one) => ('set' in one ? [one.set] : [])) : []
  const waits = gate.is === 'state'
  if (actions.length + paths.length === 0 && !waits) return null
  const section = make('section', { 'aria-label': learning.yourMove }, make('h3', {}, learning.yourMove))

  const failed = make('p', { class: 'failed' }, learning.failed)
  section.append(failed)
  const row = make('div', { class: 'acts' })
  const frame = () => lab.latest!.frame
  // By what they say: they stay, and are only able or not, so that nothing moves under a hand.
  const buttons = new Map(
    doingsOf(frame(), actions).map(({ label, id, action }) => [
      label,
      button(label, { class: 'btn', 'data-action': id }, () => hand.act({ do: 'act', action })),
    ]),
  )
  row.append(...buttons.values())
  if (waits)
    row.append(button(learning.showMe, { class: 'btn quiet', 'data-show-me': true }, () => tell({ is: 'show-me' })))
  section.append(row)

  const fields = paths.flatMap((path) => setting(path, hand) ?? [])
  if (fields.length > 0) section.append(make('div', { class: 'fields' }, ...fields.map(({ element }) => element)))

  let timer = 0
  if (waits) {
    const hint = prose(gate.hint, 'hint')
    const open = button(learning.hint, { class: 'link', 'data-hint': true }, () => open.replaceWith(hint))
    section.append(hinted ? hint : open)
    if (!hinted) timer = window.setTimeout(() => open.isConnected && open.replaceWith(hint), HINT_MS)
  }
  const show = ({ frame }: Pick<Update, 'frame'>) => {
    for (const { label, applies } of doingsOf(frame, actions)) {
      const one = buttons.get(label)
      if (one) able(one, applies)
    }
    for (const { show } of fields) show(frame.settings)
  }
  show({ frame: frame() })
  const stop = hinted ? () => {} : lab.onUpdate(show)
  return {
    nodes: [section],
    update(playing) {
      failed.hidden = !playing.failed
    },
    stop() {
      clearTimeout(timer)
      stop()
    },
  }
}

type Settings = Update['frame']['settings']

/** One setting of the run, as a field of its kind; null: there is no such setting. */
function setting(path: string, { act }: Hand): { element: HTMLElement; show(settings: Settings): void } | null {
  const field = liveField(path)
  if (field === null) return null
  const set = (value: number | string) => act({ do: 'act', action: { do: 'set', path, value } })
  const worth = (settings: Settings) => settings[path] ?? commonValue(settings, path) ?? ''
  const input =
    field.type === 'choice'
      ? make('select', {}, ...field.choices.map((one) => new Option(choiceWord(path, one), one)))
      : make('input', { type: 'number', min: `${field.min}`, max: `${field.max}`, step: 'any', inputmode: 'decimal' })
  input.dataset['setting'] = path
  input.addEventListener('change', () => {
    if (input.reportValidity() && input.value !== '') set(field.type === 'choice' ? input.value : Number(input.value))
  })
  const unit = field.type === 'number' ? unitWord(field.unit, 2, path) : ''
  return {
    element: make('label', { class: 'field' }, make('span', {}, settingName(path)), input, ...(unit ? [unit] : [])),
    show: (settings) => {
      const value = `${worth(settings)}`
      if (input !== document.activeElement && input.value !== value) input.value = value
    },
  }
}
