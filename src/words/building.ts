/** The page on which an author makes a figure: its options, what it warns of, and what is pasted. */
import { whole } from './numbers.ts'

export const building = {
  title: 'Embed a figure',
  options: 'What the figure shows and allows',
  preview: 'Preview',
  paste: 'To paste',
  sections: {
    run: 'What',
    time: 'When',
    reader: 'What readers may do',
    parts: 'What is drawn',
    look: 'How it looks',
    page: 'Your page',
    more: 'More',
  },
  label: 'Name for screen readers',
  labelHint: 'What somebody hears who does not see the figure, 60 characters at most.',
  height: 'Height of the frame',
  heightHint: 'Pixels. The element finds its height by itself; a frame keeps what it was given.',
  thisRun: 'This run, from the lab',
  ownRun: 'a run of your own',
  nothing: 'none',
  on: 'yes',
  off: 'no',
  fromPreview: 'from preview',
  fromPreviewFor: (name: string) => `${name}: from preview, as it stands`,
  takes: (what: string) => `Takes ${what}.`,
  reset: 'Start again',
  width: 'Width of your column',
  widthPx: (px: number) => `${px} px`,
  scheme: 'Your page is',
  schemes: { light: 'light', dark: 'dark' },
  frameTitle: 'Preview of the figure',
  scaled: (percent: number) => `Shown at ${percent} % of its size.`,
  waits: 'In this preview it waits for a press.',
  coming: 'The figure is on its way.',
  alone:
    'This is the lab in one file, and a figure for an article is a page beside it: open the lab from a web server to see and paste one.',
  warnings: 'Worth knowing',
  noWarnings: 'Nothing to worry about.',
  snippets: {
    frame: 'A frame',
    element: 'An element',
    still: 'A picture',
  },
  snippetHints: {
    frame: 'One line for any page, without a script. Its height is fixed.',
    element:
      'Loads nothing until it is started, grows with its content, follows your page’s theme, lets one figure play.',
    still: 'For feeds, mail and print: a drawing with its caption and a link. Needs no script.',
  },
  copy: 'Copy',
  copyNamed: (what: string) => `Copy: ${what}`,
  copied: 'Copied. Paste it into your page.',
  byHand: (what: string) => `HTML of: ${what}`,
  noStill: 'The picture is taken from the preview once it stands.',
  characters: (n: number) => `${whole(n)} characters`,
  oembed: 'For pages that ask by oEmbed, paste this address:',
  tooLong: 'This run is too long for the address of a figure. Save it as a file, or shorten what was done to it.',
  // what it warns of
  cut: (high: number, frame: number) =>
    `The figure is ${high} px high at this width, and the frame ${frame} px: the rest would have to be scrolled.`,
  heighten: (px: number) => `Make the frame ${px} px high`,
  narrow: (px: number | null) =>
    `On a phone the column is narrower, and the figure higher${px === null ? ', at every step of a walkthrough another' : `: ${px} px`}. The element follows by itself, a frame does not.`,
  pale: (colour: string, theme: string, ratio: string) =>
    `The accent #${colour} has a contrast of ${ratio} to 1 in the ${theme} theme; under 4.5 to 1 that theme keeps its own.`,
  long: (length: number, most: number) =>
    `The address has ${whole(length)} characters, and a figure reads ${whole(most)} at most: it would show the usual run.`,
  small: 'A figure with controls needs 320 by 280 px.',
  lessonAlone: 'A step belongs to a walkthrough: choose one.',
}

/** What each parameter is called, and what it is for. One without words here goes by its own name. */
export const parameterWords: Readonly<Record<string, { name: string; hint: string }>> = {
  scenario: {
    name: 'Scenario',
    hint: 'The run that the figure plays. A run of your own comes here from the lab, by Share.',
  },
  seed: { name: 'Seed', hint: 'Another seed, other luck: the same scenario with other delays and other clients.' },
  walkthrough: { name: 'Walkthrough', hint: 'A lesson in place of a run, a step at a time.' },
  step: { name: 'First step', hint: 'The step that the figure opens at.' },
  steps: { name: 'Steps', hint: 'Which steps of the walkthrough there are, such as 3-6.' },
  at: {
    name: 'First picture',
    hint: 'Microseconds of database time, m3 for the third milestone, e42 for 42 steps from the start. Empty: where the scenario opens.',
  },
  until: { name: 'Stops at', hint: 'A moment like the first picture. Steps still go further.' },
  loop: { name: 'Again and again', hint: 'At the end it begins anew from its first picture.' },
  play: {
    name: 'Plays',
    hint: 'At a click; by itself while it is seen, once the page has agreed, and never with reduced motion; or not at all, by steps only.',
  },
  speed: { name: 'Speed', hint: 'Times the pace of the scenario, 0.1 to 8.' },
  pace: { name: 'Pace', hint: 'auto goes faster through stretches in which nothing happens.' },
  lock: { name: 'Locked', hint: 'What a program of your page may not change. Playing and stepping stay free.' },
  controls: { name: 'Controls', hint: 'full adds milestones and speed; none leaves all to your page.' },
  show: {
    name: 'Parts',
    hint: 'The first three are rows of the cards; the others stand below, or beside where there is room.',
  },
  focus: { name: 'Focus', hint: 'Names such as db1 or db1~db2, with commas. Everybody else is dimmed.' },
  theme: { name: 'Theme', hint: 'auto follows the reader’s system; the element follows your page.' },
  accent: { name: 'Accent', hint: 'Six hexadecimal digits. Worn where it stands out against the figure.' },
  motion: {
    name: 'Motion',
    hint: 'reduced and none hold for everybody, also for readers whose system would allow more.',
  },
  terms: { name: 'Words', hint: 'What the two roles are called.' },
  lang: { name: 'Language', hint: 'A kind of English, such as en-GB: what screen readers pronounce.' },
  dir: { name: 'Direction', hint: 'Of the words around the stage. The stage itself is never turned.' },
  announce: {
    name: 'Announced',
    hint: 'What screen readers hear while it plays: milestones, every stop as well, or nothing.',
  },
  keys: {
    name: 'Keys',
    hint: 'focus: while the figure has the focus; slides: arrows and page keys go on to your deck.',
  },
  origin: { name: 'Origin', hint: 'The only origin whose programs may change the run, such as https://example.org.' },
  id: { name: 'Id', hint: 'By which your page calls this figure.' },
}
