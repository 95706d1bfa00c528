/** waiting: its recipient is not enabled; it goes when it is. captured: there is no mail server, and it stays here. */
export const letterStates = ['queued', 'waiting', 'sent', 'captured', 'failed'] as const
export type LetterState = (typeof letterStates)[number]
