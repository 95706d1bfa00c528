/** Which fields of an operation's input name a row, and of which table. */
import { maps } from '../../src/app/maps.ts'
import type { AnyOperation } from '../../src/privacy/operation/operation.ts'
import { fieldsOfInput } from './sample-input.ts'

export interface IdField {
  readonly field: string
  readonly table: string
  readonly column: string
}

/** Where the field's name is not the table's: by field, or by operation and field; the column when it is not `id`. */
const aliases: Readonly<Record<string, string>> = {
  caseId: 'rights_case',
  reportId: 'child_report',
  signalId: 'fraud_signal',
  studyId: 'case_study',
  factId: 'enrichment_fact',
  campaignId: 'succession_campaign',
  'child_report.make.sendingId': 'child_report',
  visitorId: 'visitor_choice.visitor_id',
  'visitor.choose.before': 'visitor_choice.visitor_id',
  answerId: 'rights_answer',
  passkeyId: 'login_passkey',
  sessionId: 'login_session',
  keyId: 'api_key',
  requestId: 'secret_request',
  itemId: 'secret_request_item',
  'contact.write.sendingId': 'ticket',
  'request.list.before': 'rights_case',
  'conversation.reply.sendingId': 'message',
  'conversation.show.before': 'message',
  'chat.start.sendingId': 'ticket',
  'ticket.open.sendingId': 'ticket',
  'ticket.reply.sendingId': 'message',
  'ticket.note.sendingId': 'note',
  placementId: 'order.placement_id',
  groundId: 'transfer_ground',
  'secret_request.offer.item': 'secret_request_item',
}

/** @throws Error when a field takes a uuid and nobody says of what: no operation is left out in silence */
export function idFields(operation: AnyOperation): IdField[] {
  return Object.entries(fieldsOfInput(operation))
    .filter(([, schema]) => JSON.stringify(schema).includes('"uuid"'))
    .map(([field]) => {
      const noun = field.replace(/Ids?$/, '').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
      const named =
        aliases[`${operation.name}.${field}`] ??
        aliases[field] ??
        (field === 'before' ? operation.name.replace(/\..*/, '') : noun)
      const [table = '', column = 'id'] = named.split('.')
      if (!maps.some((map) => map.table === table))
        throw new Error(`${operation.name}.${field}: an id of what? Say it in test/hostile/id-fields.ts`)
      return { field, table, column }
    })
}
