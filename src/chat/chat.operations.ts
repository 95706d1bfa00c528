import type { AnyOperation } from '../privacy/operation/operation.ts'
import { askChat } from './ask-chat.ts'
import { beThere, countChat, keepThere, leaveChat, showDuty } from './duty.ts'
import { startChat } from './start-chat.ts'

export const chatOperations: readonly AnyOperation[] = [
  askChat,
  startChat,
  showDuty,
  countChat,
  beThere,
  keepThere,
  leaveChat,
] as const
