/** The parts of a walkthrough's notes. */
import '../style/notes.css'

export { Notes } from '../notes/Notes.tsx'
