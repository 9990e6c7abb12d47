/**
 * What a lab that knows its address says to those who ask by oEmbed: a file for every run and every walkthrough that it comes
 * with, and a page that leads to the file. Called when the lab is built.
 */
import { everyWalkthrough, patched, type Walkthrough } from '../../lessons/index.ts'
import { type Run, us } from '../../run/index.ts'
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
/** Of a walkthrough: its steps differ, and a frame cannot follow. Most have room; a longer one is scrolled. */
const LESSON_HEIGHT = 900

/** Path below the site's address -> content. */
export async function filesOf(
  site: string,
  runs: readonly Preset[] = presets,
  lessons: readonly Walkthrough[] = everyWalkthrough,
): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  const all = [...runs.map((run) => () => ofRun(run)), ...lessons.map((lesson) => () => ofLesson(lesson))]
  for (const shared of all) {
    const one = await shared()
    const { page, oembed } = pathsOf(one.id)
    files[`${page}index.html`] = sharePage(site, one)
    files[oembed] = `${JSON.stringify(oembedOf(site, one), null, 2)}\n`
  }
  return files
}

/** As its last milestone left it, or halfway through: there is more to see than where it begins. */
async function ofRun({ id, title, description, run }: Preset): Promise<Shared> {
  const { still, stage, t } = await drawn(run, null)
  return {
    ...{ id, title: inTerms(title), description: inTerms(description), given: [['scenario', id]], width: WIDTH },
    height: Math.max(heightOf(WIDTH), stage + AROUND),
    still: { ...still, lab: `../../#/lab?preset=${id}&t=${t}` },
  }
}

/** As it begins: what comes is for whoever goes through it. */
async function ofLesson({ id, title, goal, run, steps }: Walkthrough): Promise<Shared> {
  const enter = steps[0]?.enter
  const { still } = await (enter && enter !== 'here' ? drawn(patched(run, enter), us(enter.atMs)) : drawn(run, 0))
  return {
    ...{ id: `walkthrough-${id}`, title: inTerms(title), description: inTerms(goal), given: [['walkthrough', id]] },
    ...{ width: WIDTH, height: LESSON_HEIGHT },
    still: { ...still, lab: `../../#/learn/${id}/1` },
  }
}

interface Drawn {
  still: Pick<Shared['still'], 'svg' | 'says'>
  /** Of the stage, in pixels. */
  stage: number
  /** Microseconds. */
  t: number
}

/** `t`: microseconds; null = its last milestone. */
async function drawn(run: Run, t: number | null): Promise<Drawn> {
  const lab = createLab({ host: 'inline' })
  const problems: string[] = []
  lab.onProblem((problem) => problems.push(problem))
  const until = us(run.scenario.untilMs)
  lab.do({ do: 'load', run, t: t ?? until })
  // Where a part of the simulation has to be fetched, this waits for it.
  await lab.ask({ ask: 'digest' }).catch(() => {})
  if (t === null) lab.do({ do: 'seek', t: lab.latest?.transport.milestones.at(-1)?.t ?? until / 2 })
  const update = lab.latest
  lab.close()
  if (!update || problems.length > 0) throw new Error(`${run.scenario.id}: ${problems.join(' ')}`)
  const { frame } = update
  speakOf(frame)
  const { layout, width, height } = figureRoom(WIDTH, frame.nodes.length)
  const view = { selected: null, moved: {}, zoom: null, lostNote: false, reducedMotion: true, usPerSecond: 1, layout }
  const title = `${inTerms(frame.title)}, ${seconds(frame.time)} s`
  return {
    still: {
      svg: momentSvg(frame, frame.time, view, { theme: 'light', width, height, title }),
      says: frame.milestone ? milestone(frame.milestone) : '',
    },
    stage: height,
    t: frame.time,
  }
}
