/** What a walkthrough says in a figure besides what it says on its page. */
export const lessonFigure = {
  count: (at: number, of: number) => `${at}/${of}`,
  isRight: 'that is right',
  happens: 'What happens',
} as const
