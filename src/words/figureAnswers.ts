/** What a host's program is answered by a figure. */
export const figureAnswers = {
  noSuchMoment: (standsAt: string) => `The run has no such moment; it stands at ${standsAt} s.`,
  noRun: 'No run is loaded yet.',
  noSuchState: (path: string) => `The state has no ${path}.`,
}
