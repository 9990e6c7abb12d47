/**
 * What the npm package exports: runs as values, the engine that folds them, the language that asks about them, and the
 * words that tell them. Nothing of it needs a browser.
 */
export { createEngine, type Engine, FACTS, type Fact, type Frame } from '../engine/index.ts'
export { type Measure, measure, parseMeasure, parseQuery, type Query } from '../query/index.ts'
export {
  type Action,
  decodeRun,
  encodeRun,
  type Intervention,
  jsonSchema,
  MODEL,
  parseRun,
  type Run,
  readFile,
  type Scenario,
  withIntervention,
  writeFile,
} from '../run/index.ts'
export { everyPreset as presets, type Preset, preset } from '../scenarios/index.ts'
export { sentence, speak, TERMS, type Terms } from '../words/index.ts'
