import type { AnyOperation } from '../privacy/operation/operation.ts'
import { answerSuccession, answerSuccessionByLink, listOwnSuccessions, openSuccession } from './answer-question.ts'
import { askEverybody, askPerson, sweepSuccessions } from './ask-people.ts'
import { endAnswers } from './end-answers.ts'
import { downloadSuccession, handOver } from './hand-over.ts'
import { replayAnswerEnd, replayCampaignEnd } from './replay-campaign-end.ts'
import { cancelSuccession, listSuccessions, showSuccession, startSuccession } from './start-campaign.ts'

export const successionOperations: readonly AnyOperation[] = [
  startSuccession,
  cancelSuccession,
  listSuccessions,
  showSuccession,
  askEverybody,
  askPerson,
  endAnswers,
  sweepSuccessions,
  listOwnSuccessions,
  answerSuccession,
  openSuccession,
  answerSuccessionByLink,
  handOver,
  downloadSuccession,
  replayCampaignEnd,
  replayAnswerEnd,
] as const
