import { chatDutyData } from './chat-duty.data.ts'

export const chatMaps = [chatDutyData] as const
