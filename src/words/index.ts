/** Every word on the screen about databases: sentences for facts and states, names, units, legends. */
export { actionWords } from './actions.ts'
export { addressWords } from './address.ts'
export { alerting } from './alerting.ts'
export { branching } from './branching.ts'
export { building, parameterWords } from './building.ts'
export { cellStory, cellsSummary, onlyHereSentence } from './cells.ts'
export { centerRows, centerWords } from './centers.ts'
export { chartWords, machineWord } from './chart.ts'
export { choiceWord } from './choices.ts'
export {
  acceptWords,
  candidateWords,
  choosing,
  decidedWords,
  findingSaid,
  headline,
  measured,
  measureWords,
  needChoices,
  needHints,
  needNames,
  needValue,
  reasonWords,
  trialName,
  trialWords,
} from './choosing.ts'
export { answerTag, outcomeWord, seenLines, waiting } from './clients.ts'
export { clientRows, clientSentence, describeClient, verdictSentence, verdictWord } from './clientTwins.ts'
export {
  clockFace,
  conflictLines,
  conflictRow,
  conflictWords,
  counterIn,
  fateWord,
  hybridFace,
  offsetWords,
  operatorSentence,
  placesFor,
  ruleSince,
  ruleTitle,
  ruleVerdict,
  stoppedChannel,
  type Told,
  toldSentence,
  twiceWords,
  vectorsOf,
  vectorVerdict,
  writerWords,
  writesVerdict,
} from './conflicts.ts'
export { type CounterRow, counterHint, counterRows, guaranteeSentence, invariantsHold } from './counters.ts'
export { clientDetails, linkDetails, monitorDetails, nodeDetails } from './details.ts'
export { counterPairs, differenceSentence, differenceSentences, type Pair } from './differences.ts'
export { fetchSentences, milestone, sentence } from './facts/index.ts'
export { why } from './facts/reasons.ts'
export { milestoneNow } from './facts/together.ts'
export { isBarred, isPoweredOff } from './fences.ts'
export { figureWords } from './figure.ts'
export { figureAnswers } from './figureAnswers.ts'
export { type Chapter, home, leadOf, spelled } from './home.ts'
export { inLog } from './inLog.ts'
export { inspecting } from './inspecting.ts'
export { keptAt, keptSentence } from './kept.ts'
export { labels } from './labels.ts'
export { lagTrap } from './lag.ts'
export { learning } from './learning.ts'
export { lessonFigure } from './lessonFigure.ts'
export { copies, linkStateWord, nowCopies, partitionBetween, silentFor } from './links.ts'
export { describeLink, linkRows, linkSentence } from './linkTwins.ts'
export { looks } from './looks.ts'
export { lostHeading, lostLine, lostRows, lostSentence } from './lost.ts'
export {
  compareWord,
  familyWord,
  mastering,
  mastersSum,
  meshSum,
  ruleSum,
  skewSum,
  topologyWord,
} from './mastering.ts'
export {
  type Accord,
  accordOf,
  agreementWords,
  clientLine,
  clockChipWords,
  conflictNote,
  conflictSentence,
  conflictTitle,
  entryTag,
  isWithoutAnswer,
  mastersTwin,
  originLetter,
  pairOf,
  rowValue,
  rowVector,
  versionFate,
  versionValue,
} from './masters.ts'
export { merging, type StartingFunction, startingFunctions } from './merging.ts'
export { messageRows, messageSentence, messageTitle } from './messagePath.ts'
export { commandWord, messageWord, toldOkAt } from './messages.ts'
export { ackWord, messageTwin } from './messageTwins.ts'
export { choiceLines, monitorName, monitorsName, probeWords } from './monitor.ts'
export { candidateSentence, describeMonitor, monitorSentence } from './monitorTwins.ts'
export {
  barredNote,
  copyText,
  drainText,
  heldText,
  lagText,
  leaseText,
  lockedText,
  poweredOffAt,
  purgedText,
  purgedUpTo,
  readOnlySince,
  reportedShort,
  rewindText,
  roleWord,
  stoppedAt,
  strips,
} from './nodes.ts'
export { clockWords, describeNode, lagWords, nodeRow, positions, reportedHint, threadSentence } from './nodeTwins.ts'
export { noteWords } from './noteWords.ts'
export { noting } from './noting.ts'
export { count, decimal, entries, exactMs, list, moment, pace, seconds, span, whole } from './numbers.ts'
export { type OffStageLine, offStageLines } from './offStage.ts'
export {
  outageCost,
  outageLasts,
  outageParts,
  outageRows,
  outageSentence,
  outageWords,
  type PhasePart,
  phaseHints,
} from './outages.ts'
export { fetchWordPacks } from './packs.ts'
export { panels } from './panels.ts'
export { presenting } from './presenting.ts'
export { clientSum, clocksSum, numberProblem, rail, reportedWords } from './rail.ts'
export { kindOfRegions, regionLabels } from './regionLabels.ts'
export { promiseAnswer } from './regionMessages.ts'
export {
  bandOf,
  flushedBy,
  latencyOf,
  latencyRow,
  lateness,
  latenessWords,
  latest,
  linkLatencies,
  promiseTwin,
  regionNote,
  regionOf,
  regionSentence,
  regionWords,
  replicaRow,
} from './regions.ts'
export { reshaping } from './reshaping.ts'
export { rulingLoss, rulingName, rulingOutcome, rulingWords } from './rulings.ts'
export { settingHint } from './settingHint.ts'
export { settingName, settingText, settingValue, unitWord } from './settings.ts'
export { sharing } from './sharing.ts'
export { masterWords, originsOf, siteOf } from './sites.ts'
export { snippetWords } from './snippetWords.ts'
export { captions, cellHints, cellWords, clockOffset, gateCount, gateWords, linkHints } from './stage.ts'
export { saidOf, stageSentence } from './stageSentence.ts'
export {
  changedSentence,
  type ServiceCell,
  type ServiceRow,
  serviceLines,
  serviceRows,
  sideNames,
  strategyWords,
} from './strategies.ts'
export { failoverSum, gateSentence, linksSum, modeSum, threadsSum, topologySum, workloadSum } from './sums.ts'
export { inTerms, speak, speakOf, TERMS, type Terms, terms, termsOf, type Vocabulary, vocabularyName } from './terms.ts'
export { describe } from './twins.ts'
export { doVote, votingLines } from './voters.ts'
export { voterRows, voterSentence } from './voterTwins.ts'
