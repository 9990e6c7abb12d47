import { count } from './numbers.ts'

/** Beside a preset in which the article and the documentation differ. */
export const noteWords = {
  title: (notes: number): string => `The article and the documentation: ${count(notes, 'difference')}`,
  article: 'The article says',
  documentation: 'The documentation says',
} as const
