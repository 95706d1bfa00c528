/** A transfer of the business: how it stands, and the exact words that people are asked. Pure. */
import { civilDay } from '../platform/language/format.ts'
import { m } from '../platform/language/words.ts'
import { addDays, type CivilDay } from '../privacy/clock/civil-day.ts'
import { consentText, textHash } from '../privacy/notice/consent-text.ts'

export interface CampaignFacts {
  readonly successor: string
  readonly country: string
  readonly why_ro: string
  readonly why_en: string
  readonly closes_on: CivilDay
  readonly handed_over_at: Date | null
  readonly cancelled_at: Date | null
}

/** asking: answers are taken. closed: the day has passed, what was said counts, and a yes may still be taken back. */
export const campaignStates = ['asking', 'closed', 'handed_over', 'cancelled'] as const
export type CampaignState = (typeof campaignStates)[number]

/** At least two weeks, so that everybody can read, ask and answer; a year at most. */
export const shortestDays = 14
export const longestDays = 366

export function stateOf(
  campaign: Omit<CampaignFacts, 'successor' | 'country' | 'why_ro' | 'why_en'>,
  today: CivilDay,
): CampaignState {
  if (campaign.cancelled_at) return 'cancelled'
  if (campaign.handed_over_at) return 'handed_over'
  return today <= campaign.closes_on ? 'asking' : 'closed'
}

/** A yes only while people are asked; a no as long as nothing was handed over, and after that as a withdrawal. */
export function takes(state: CampaignState, answer: 'yes' | 'no'): boolean {
  return answer === 'yes' ? state === 'asking' : state !== 'cancelled'
}

export function isDayInReach(day: CivilDay, today: CivilDay): boolean {
  return day >= addDays(today, shortestDays) && day <= addDays(today, longestDays)
}

export interface Question {
  readonly title: string
  readonly body: readonly string[]
  readonly whole: string
  /** Of all of it, SHA-256. */
  readonly hash: string
}

/** What one campaign asks, word for word, with the consent text of the policy at its end. */
export function questionOf(campaign: CampaignFacts, language: 'ro' | 'en'): Question {
  const to = { locale: language }
  const { successor } = campaign
  const country = new Intl.DisplayNames([language], { type: 'region' }).of(campaign.country) ?? campaign.country
  const title = m.succession_question_title({ successor }, to)
  const body = [
    m.succession_question_who({ successor, country }, to),
    language === 'ro' ? campaign.why_ro : campaign.why_en,
    m.succession_question_what({}, to),
    m.succession_question_silence({ day: civilDay(campaign.closes_on, language) }, to),
    consentText('succession', language).whole,
  ]
  const whole = [title, ...body].join('\n')
  return { title, body, whole, hash: textHash(whole) }
}
