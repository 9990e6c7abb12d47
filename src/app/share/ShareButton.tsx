/** Everything that can leave the lab, behind one button. What it opens comes later. */
import { panels } from '../../words/index.ts'
import { ShareMenu } from '../later/index.ts'
import { page, usePage } from '../page/page.ts'
import { Icon } from '../parts/Icon.tsx'

export function ShareButton({ phone = false }: { phone?: boolean }) {
  const open = usePage((p) => p.open === 'share')
  return (
    <div className="relative">
      <button
        type="button"
        className={phone ? 'btn' : 'tool'}
        aria-haspopup="menu"
        aria-expanded={open}
        title={panels.shareHint}
        data-share=""
        onClick={() => page.toggle('share')}
      >
        <Icon name="save" />
        <span className={phone ? '' : 'wide-only'}>{panels.share}</span>
      </button>
      {open && <ShareMenu />}
    </div>
  )
}
