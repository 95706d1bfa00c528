/** What some tables need beyond their columns' types. 'none': no row is made. */

import { createHash } from 'node:crypto'

type Wish =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | Date
  | ((row: Record<string, unknown>, needle: string) => unknown)

const slugged = (_row: unknown, needle: string) => `${needle.toLowerCase()}-service`

const terms = (_row: unknown, needle: string) => {
  const both = { ro: needle, en: needle }
  const price = { minor: '10000', currency: 'EUR', unit: 'once' }
  return JSON.stringify({ name: both, summary: both, description: both, delivers: both, price, fields: [], access: [] })
}

export const wanted: Readonly<Record<string, 'none' | Readonly<Record<string, Wish>>>> = {
  account: { country: 'RO' },
  login: { email_verified: true },
  login_session: { ip_address: null },
  // Its secrets are the library's own ciphertext: nothing else in their place is a row that could be.
  login_two_factor: 'none',
  member: { roles: ['owner', 'billing', 'technical'], joined_at: new Date(), ended_at: null, ended_by: null },
  staff: { roles: ['owner'], joined_at: new Date() },
  service: { slug: slugged, currency: 'EUR', price_minor: '10000', asks: JSON.stringify({ fields: [], access: [] }) },
  order: { currency: 'EUR', price_minor: '10000', terms },
  order_answer: { billing_address: null, chat_account: null, server_detail: null, support_detail: null },
  order_event: { by_staff: null },
  ticket: { opened_by_staff: null, assigned_to: null, closed_at: null },
  message: { author_staff: null },
  attachment: { added_by_staff: null },
  ticket_event: { by_staff: null, assignee: null },
  playbook: { by_staff: null },
  article: { by_staff: null },
  article_version: { by_staff: null },
  public_article: { slug: slugged },
  target: { added_by_staff: null, port: 22, engine: null },
  secret_request: { offered_by: null, expires_at: new Date(Date.now() + 86_400_000) },
  deposit: {
    broker_key: '0123456789abcdef',
    ended_by: null,
    ending: null,
    expires_at: new Date(Date.now() + 86_400_000),
  },
  lease: { minutes: 60, decided_by_staff: null, decided_by: null, ended_by: null, ended_by_staff: null, ending: null },
  notice_text: { hash: (row) => createHash('sha256').update(String(row.words)).digest('hex') },
  consent_entry: { path: null, scope: null, question_hash: null },
  // Of no person and of no account.
  visitor_choice: 'none',
  visitor_notice: 'none',
  staff_notice: 'none',
  visit_count: 'none',
  visit_page: 'none',
  notice_served: { form: 'contact', path: '/ro/contact' },
  limit_entry: { purpose: null, kind: 'lifted' },
  legal_hold: { released_at: new Date() },
  // Closed: an open request holds what is held about its person.
  rights_case: {
    purpose: null,
    identity: 'session',
    identity_at: new Date(),
    status: 'closed',
    outcome: 'done',
    answer_id: '01990000-0000-7000-8000-00000000feed',
    closed_at: new Date(),
  },
  rights_code: { used_at: null },
  rights_answer: { by_staff: null },
  rights_recipient: { status: 'to_tell', how: null },
  // Made by the triggers of what it notes.
  ledger_entry: 'none',
  ledger_head: 'none',
  terms_version: 'none',
  terms_notice: 'none',
  case_study: { text_hash: 'b'.repeat(64) },
  // Refused: what is approved is public, and everybody may read it.
  case_study_approval: { text_hash: 'b'.repeat(64), decision: 'refused' },
  fraud_signal: {
    order_id: null,
    decision: 'cleared',
    decided_at: new Date(),
    decided_by: '01990000-0000-7000-8000-00000000feed',
    contested_at: new Date(),
  },
  succession_campaign: { country: 'RO' },
  succession_answer: {
    text_hash: 'a'.repeat(64),
    answer: 'yes',
    answered_at: new Date(),
    answered_by: 'account',
    agreed_at: new Date(),
  },
  erasure_entry: 'none',
  backup_run: 'none',
  restore_run: 'none',
  erasure_notice: 'none',
  promise_check: 'none',
  measure: { every_months: 6, ended_by: null },
  breach: { decided_by: null },
  disclosure: {
    categories: ['contact'],
    indicators: [],
    telling: 'tell',
    forbidden_by: null,
    given_at: new Date(Date.now() - 60_000),
  },
  transfer_ground: { invalid_by: null },
  processor: { country: null, enabled_by: null },
  recipient_step: { ground_id: null },
  policy_version: 'none',
  policy_notice: 'none',
}
