/** Everything that turns a run into a text or a text into a run: links and files, with their compression. */
export { linkHash, parseLink } from '../../run/index.ts'
export { copyLink } from './copyLink.ts'
export { chooseFile, openFile, openKept, saveFile, saveScenario } from './files.ts'
