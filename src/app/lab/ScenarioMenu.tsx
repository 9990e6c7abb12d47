/** The presets, the empty lab, and files. */
import { homeCard, presetCards } from '../../scenarios/index.ts'
import { home, inTerms, labels } from '../../words/index.ts'
import { useLive, useSlice } from '../live/useLive.ts'
import { page } from '../page/page.ts'
import { ActionButton } from '../parts/Button.tsx'
import { Icon } from '../parts/Icon.tsx'
import { Menu } from '../parts/Menu.tsx'
import { goTo } from '../route/open.ts'

export function ScenarioMenu() {
  const live = useLive()
  const present = useSlice(({ frame }) => frame.scenarioId)
  const close = () => page.set({ open: null })
  const open = (hash: string) => {
    // Who has chosen a run wants to see it: the focus goes on to Play instead of back to the button of this menu,
    // where the next Space would open the menu again.
    document.querySelector<HTMLElement>('[data-action=play]')?.focus()
    close()
    goTo(live, hash)
  }
  const cards = [...presetCards, homeCard]
  return (
    <Menu label={labels.scenarios} className="scenarios" onClose={close}>
      {cards.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className="item"
          data-preset={id}
          aria-current={id === present ? 'true' : undefined}
          onClick={() => open(`#/lab?preset=${id}`)}
        >
          <span>{inTerms(title)}</span>
          {id === present && <Icon name="tick" />}
        </button>
      ))}
      <button
        type="button"
        role="menuitem"
        tabIndex={-1}
        className="item"
        data-preset="empty"
        onClick={() => open('#/lab')}
      >
        {home.openEmpty}
      </button>
      <button type="button" role="menuitem" tabIndex={-1} className="item" onClick={() => open('#/choose')}>
        {home.choose}
      </button>
      <hr />
      <ActionButton action="open-file" className="item" role="menuitem" onDone={close}>
        <Icon name="file" />
        <span className="!ml-0">{labels.openFile}</span>
      </ActionButton>
      <ActionButton action="save-file" className="item" role="menuitem" onDone={close}>
        <Icon name="save" />
        <span className="!ml-0">{labels.saveFile}</span>
      </ActionButton>
    </Menu>
  )
}
