/** What every page offers at the end of its line of tools: the settings and the help sheet. */
import { ActionButton } from './Button.tsx'
import { SettingsMenu } from './SettingsMenu.tsx'

export function PageTools() {
  return (
    <>
      <SettingsMenu />
      <ActionButton action="help" className="tool ico">
        <b className="mono">?</b>
      </ActionButton>
    </>
  )
}
