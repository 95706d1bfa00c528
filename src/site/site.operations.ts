import type { AnyOperation } from '../privacy/operation/operation.ts'
import { chooseCookies } from './choice/choose.ts'
import { listOwnChoices } from './choice/list-own-choices.ts'
import { askContact } from './contact/ask-contact.ts'
import { attachToConversation } from './contact/attach-to-conversation.ts'
import { endConversationLink } from './contact/end-conversation-link.ts'
import { followConversation } from './contact/follow-conversation.ts'
import { leaveConversationAddress } from './contact/leave-address.ts'
import { openConversationFile } from './contact/open-conversation-file.ts'
import { replyToConversation } from './contact/reply-to-conversation.ts'
import { seeConversation } from './contact/see-conversation.ts'
import { showConversation } from './contact/show-conversation.ts'
import { writeContact } from './contact/write-contact.ts'
import { listPolicyVersions } from './policy/list-versions.ts'
import { showLists } from './policy/show-lists.ts'
import { showPolicy } from './policy/show-policy.ts'
import { showPolicyVersion } from './policy/show-version.ts'
import { recordVisits } from './visits/record-visits.ts'
import { showVisits } from './visits/show-visits.ts'

export const siteOperations: readonly AnyOperation[] = [
  showPolicy,
  showLists,
  listPolicyVersions,
  showPolicyVersion,
  askContact,
  writeContact,
  showConversation,
  replyToConversation,
  endConversationLink,
  attachToConversation,
  openConversationFile,
  seeConversation,
  leaveConversationAddress,
  followConversation,
  chooseCookies,
  listOwnChoices,
  recordVisits,
  showVisits,
] as const
