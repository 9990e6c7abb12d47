/** A file dropped anywhere on the page opens. */
import { useEffect, useState } from 'react'
import { labels } from '../../words/index.ts'
import { useLive } from '../live/useLive.ts'
import { sharing } from '../share/fetched.ts'

export function DropZone() {
  const live = useLive()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const onOver = (event: DragEvent) => {
      if (!carriesFile(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (!file) return
      event.preventDefault()
      sharing().then(
        ({ openFile }) => openFile(live, file),
        () => {},
      )
    }
    addEventListener('dragover', onOver)
    addEventListener('dragleave', onLeave)
    addEventListener('drop', onDrop)
    return () => {
      removeEventListener('dragover', onOver)
      removeEventListener('dragleave', onLeave)
      removeEventListener('drop', onDrop)
    }
  }, [live])
  return over ? <div className="drop">{labels.dropHere}</div> : null
}
