// In place of the lab's own layout in the figure for articles, which has the home page's and a phone's.
export { heroLayout as wideLayout, isHeroCrowd as isWideCrowd } from './heroLayout.ts'
