/** Notes on a walkthrough for whoever teaches it, on one sheet of paper. */
export const noting = {
  link: 'Notes',
  linkHint: 'Notes for whoever teaches it: one page to print',
  heading: 'Notes for teaching',
  kind: (number: number | null, date: string | undefined, minutes: number, steps: number) =>
    `${number === null ? `Public incident of ${date}` : `Walkthrough ${number}`}, ${minutes} min, ${steps} steps`,
  goal: 'Goal',
  belief: 'Many believe',
  needed: 'Needed',
  needs: (address: string, before: string | null) =>
    `A screen that all can see, and ${address} (without a network: the lab in one file).${before === null ? '' : ` Before it: ${before}.`}`,
  print: 'Print',
  open: 'Open the walkthrough',
  asking: (step: number, of: number) => `Asking the engine: step ${step} of ${of}`,
  failed: 'The engine could not be asked:',
  done: 'The answers are here.',
  asked: (model: number) => `Which answers are true was asked of the engine (model ${model}) for this page.`,
  picture: (step: number) => `Step ${step}, in the end`,
  // run-in labels of a step
  ask: 'Ask',
  do: 'To do',
  then: 'Then',
  source: (number: number) => `[${number}]`,
  sourceNamed: (name: string, place: string) => `(${name}, ${place})`,
  isTrue: 'true',
  noneHolds: 'None of these holds in the engine.',
  teacher: 'For you',
} as const
