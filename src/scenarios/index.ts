/** Runs as data: the presets that the lab opens with. */
export { everyPreset, preset, presets } from './all.ts'
export { homeCard, type PresetCard, presetCards } from './cards.ts'
/** The lab without load, and the run on the home page; they stand on no card. */
export { empty } from './empty.ts'
export { fetchPreset } from './fetchPreset.ts'
export { home } from './home.ts'
export type { Note } from './notes/notes.ts'
export type { Preset } from './preset.ts'

/** Where the article and the documentation differ on what that preset shows. */
export const fetchNotes = (id: string) => import('./notes/notes.ts').then(({ notesOf }) => notesOf(id))

/** All of them, fetched: a page that opens with one of its own does without the others. */
export const fetchPresets = () => import('./all.ts')

/** Choosing how to replicate, by trying it. */
export * from './choosing/index.ts'
