/** A modal sheet: the browser's own dialog keeps the focus inside and gives it back. */
import { type ReactNode, useEffect, useRef } from 'react'
import { labels } from '../../words/index.ts'
import { Icon } from './Icon.tsx'

export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog ref={dialog} className="sheet-help" aria-labelledby="dialog-title" onCancel={onClose}>
      <div className="mb-3 flex items-center justify-between gap-4">
        <h2 id="dialog-title" className="font-serif text-[20px] font-normal">
          {title}
        </h2>
        <button type="button" className="tool ico" aria-label={labels.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  )
}
