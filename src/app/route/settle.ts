/** Gives what is on the page already its address, without opening it again. */
import { page } from '../page/page.ts'

export function settleAt(hash: string): void {
  history.pushState(null, '', hash)
  page.set({ where: 'lab' })
}
