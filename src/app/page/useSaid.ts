/** What a part of the page has come to, said by the page's one voice whenever that changes; '' = nothing to say. */
import { useEffect } from 'react'
import { page } from './page.ts'

export function useSaid(text: string): void {
  useEffect(() => {
    if (text !== '') page.set({ said: { text } })
  }, [text])
}
