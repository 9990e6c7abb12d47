/**
 * What a lab that knows its address says to those who ask by oEmbed: a file for every run that it comes with, and a page that
 * leads to the file. Called when the lab is built.
 */
import { type Preset, presets } from '../../scenarios/index.ts'
import { figureRoom, momentSvg } from '../../stage/index.ts'
import { inTerms, milestone, seconds, speakOf } from '../../words/index.ts'
import { createLab } from '../../worker/index.ts'
import { heightOf } from '../element/height.ts'
import { oembedOf, pathsOf, type Shared, sharePage } from './shared.ts'

/** Pixels of a column of text. */
const WIDTH = 640
/** Of a figure around its stage: the bar, and two lines of text. */
const AROUND = 132

/** Path below the site's address -> content. */
export async function filesOf(site: string, of: readonly Preset[] = presets): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  for (const preset of of) {
    const shared = await sharedOf(preset)
    const { page, oembed } = pathsOf(shared.id)
    files[`${page}index.html`] = sharePage(site, shared)
    files[oembed] = `${JSON.stringify(oembedOf(site, shared), null, 2)}\n`
  }
  return files
}

/** As its last milestone left it, or halfway through: there is more to see than where it begins. */
async function sharedOf({ id, title, description, run }: Preset): Promise<Shared> {
  const lab = createLab({ host: 'inline' })
  const problems: string[] = []
  lab.onProblem((problem) => problems.push(problem))
  const until = run.scenario.untilMs * 1000
  lab.do({ do: 'load', run, t: until })
  // Where a part of the simulation has to be fetched, this waits for it.
  await lab.ask({ ask: 'digest' }).catch(() => {})
  lab.do({ do: 'seek', t: lab.latest?.transport.milestones.at(-1)?.t ?? until / 2 })
  const update = lab.latest
  lab.close()
  if (!update || problems.length > 0) throw new Error(`${id}: ${problems.join(' ')}`)
  const { frame } = update
  speakOf(frame)
  const { layout, width, height } = figureRoom(WIDTH, frame.nodes.length)
  const view = { selected: null, moved: {}, zoom: null, lostNote: false, reducedMotion: true, usPerSecond: 1, layout }
  const name = inTerms(title)
  const look = { theme: 'light' as const, width, height, title: `${name}, ${seconds(frame.time)} s` }
  return {
    ...{ id, title: name, description: inTerms(description), given: [['scenario', id]], width: WIDTH },
    height: Math.max(heightOf(WIDTH), height + AROUND),
    still: {
      svg: momentSvg(frame, frame.time, view, look),
      lab: `../../#/lab?preset=${id}&t=${frame.time}`,
      says: frame.milestone ? milestone(frame.milestone) : '',
    },
  }
}
