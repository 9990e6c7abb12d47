/** On one sheet of paper: the largest letters with which the notes fit on it. */

/** Points. */
const LARGEST = 10
const STEP = 0.25
/** What is left out, and down to which size of letters before more is. Under the last one nobody reads: two sheets then. */
const WAYS: readonly [without: string, leastSize: number][] = [
  ['', 9],
  ['picture', 8.5],
  ['picture reasons hints', 7.5],
  ['picture reasons hints thens', 7.5],
]
/** An A4 sheet without its margins, in CSS pixels, less what a printer rounds away. */
const HEIGHT = (281 * 96) / 25.4 - 8

/** While the page is mounted: whatever prints it (the button, a key, a program) prints the sheet. Returns how to end that. */
export function printOnPaper(): () => void {
  const { classList, dataset, style } = document.documentElement
  const set = (without: string, size: number) => {
    dataset['without'] = without
    style.setProperty('--paper-size', `${size}pt`)
  }
  const begin = () => {
    classList.add('on-paper')
    const sheet = document.querySelector('.lesson-notes > main')
    for (const [without, least] of WAYS)
      for (let size = LARGEST; size >= least; size -= STEP) {
        set(without, size)
        if (!sheet || sheet.getBoundingClientRect().height <= HEIGHT) return
      }
    set('', LARGEST)
  }
  const end = () => {
    classList.remove('on-paper')
    delete dataset['without']
  }
  addEventListener('beforeprint', begin)
  addEventListener('afterprint', end)
  return () => {
    removeEventListener('beforeprint', begin)
    removeEventListener('afterprint', end)
    end()
  }
}
