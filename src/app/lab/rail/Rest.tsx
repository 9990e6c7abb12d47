/** Settings that are rarely needed, behind one line that says how many of them somebody has changed. */

import { rail } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { Fold } from '../Section.tsx'
import { SettingRow } from '../SettingRow.tsx'
import { foundAt } from '../setting.ts'

interface Props {
  id: string
  paths: readonly string[]
  title?: string
}

export function Rest({ id, paths, title = rail.more }: Props) {
  const changed = useSlice((update) => paths.filter((path) => foundAt(update, path)?.changed).length) ?? 0
  return (
    <Fold id={id} title={title} sum={changed > 0 ? rail.changedHere(changed) : ''}>
      {paths.map((path) => (
        <SettingRow key={path} path={path} />
      ))}
    </Fold>
  )
}
