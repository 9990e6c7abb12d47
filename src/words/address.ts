/** What an author is told about the address of a figure. What the address said is quoted, and shortened. */
const quoted = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text)

export const addressWords = {
  tooLong: (most: number) => `The address has more than ${most} characters, so nothing of it was read.`,
  unknown: (name: string) => `There is no parameter ${quoted(name)}; it was ignored.`,
  twice: (name: string) => `${name} is given twice; the first one counts.`,
  invalid: (name: string, text: string, takes: string) => `${name}=${quoted(text)} was ignored: it takes ${takes}.`,
  pale: (colour: string) => `accent=${colour} was ignored: its contrast with the figure's grounds is under 4.5 to 1.`,
  nobody: (id: string) => `Nobody in this run is called ${quoted(id)}; focus ignores it.`,
  notThere: (moment: string) => `This run has no moment ${moment}; the last one before it is shown.`,
  noScenario: (id: string) => `There is no scenario ${quoted(id)}; the usual one is shown.`,
  builtIn:
    'The function of this run cannot run here, so it plays by a rule of the lab’s own: of two versions the one with the later wall clock stays.',
  lessonless: (id: string) => `There is no walkthrough ${quoted(id)}; the scenario is shown.`,
  unfetched: (id: string) => `The walkthrough ${quoted(id)} could not be fetched; the scenario is shown.`,
  noSuchStep: (step: number, from: number, to: number) =>
    `step=${step} was ignored: the steps are ${from} to ${to}; step ${from} is shown.`,
  noSuchSteps: (range: string, of: number) => `steps=${range} was ignored: the walkthrough has ${of} steps.`,
  ofLesson: (name: string) => `${name} was ignored: a walkthrough brings its own.`,
}
