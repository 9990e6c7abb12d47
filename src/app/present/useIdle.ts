/** Has nobody moved the pointer or pressed a key for some seconds? */
import { useEffect, useState } from 'react'

/** Wall milliseconds. */
const AFTER_MS = 4000
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const

export function useIdle(): boolean {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    let timer = 0
    const stir = () => {
      clearTimeout(timer)
      setIdle(false)
      timer = window.setTimeout(() => setIdle(true), AFTER_MS)
    }
    stir()
    for (const sign of SIGNS) addEventListener(sign, stir)
    return () => {
      clearTimeout(timer)
      for (const sign of SIGNS) removeEventListener(sign, stir)
    }
  }, [])
  return idle
}
