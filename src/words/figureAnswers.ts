/** What a host's program is answered by a figure. */
export const figureAnswers = {
  noSuchMoment: (standsAt: string) => `The run has no such moment; it stands at ${standsAt} s.`,
  noSuchWalkthrough: (id: string) => `There is no walkthrough "${id}".`,
  noSuchStep: (id: string, step: number) => `The figure shows no step ${step} of "${id}".`,
  noRun: 'No run is loaded yet.',
  noSuchState: (path: string) => `The state has no ${path}.`,
}
