/** Every operation of the desk. One line each. */
import type { AnyOperation } from '../privacy/operation/operation.ts'
import { dropArticle } from './article/drop-article.ts'
import { listArticleVersions } from './article/list-article-versions.ts'
import { listArticles } from './article/list-articles.ts'
import { listPublicArticleVersions } from './article/list-public-article-versions.ts'
import { listPublicArticles } from './article/list-public-articles.ts'
import { publishArticle } from './article/publish-article.ts'
import { saveArticle } from './article/save-article.ts'
import { savePublicArticle } from './article/save-public-article.ts'
import { showArticle } from './article/show-article.ts'
import { showArticleVersion } from './article/show-article-version.ts'
import { showPublicArticle } from './article/show-public-article.ts'
import { showPublicArticleVersion } from './article/show-public-article-version.ts'
import { suggestArticles } from './article/suggest-articles.ts'
import { addAttachment } from './attachment/add-attachment.ts'
import { openAttachment, readAttachment } from './attachment/read-attachment.ts'
import { sweepAttachments } from './attachment/sweep-attachments.ts'
import { listClients } from './clients/list-clients.ts'
import { showClient } from './clients/show-client.ts'
import { countInbox } from './inbox/count-inbox.ts'
import { followInbox } from './inbox/follow-inbox.ts'
import { listColleagues } from './inbox/list-colleagues.ts'
import { listInbox } from './inbox/list-inbox.ts'
import { listPlaybookChanges } from './playbook/list-playbook-changes.ts'
import { savePlaybook } from './playbook/save-playbook.ts'
import { showPlaybook } from './playbook/show-playbook.ts'
import { searchForTickets } from './search/search-tickets.ts'
import { addNote } from './ticket/add-note.ts'
import { assignTicket } from './ticket/assign-ticket.ts'
import { followTicket } from './ticket/follow-ticket.ts'
import { listTickets } from './ticket/list-tickets.ts'
import { openTicket } from './ticket/open-ticket.ts'
import { replayLinkEnd } from './ticket/replay-link-end.ts'
import { replyToTicket } from './ticket/reply-to-ticket.ts'
import { setStatus } from './ticket/set-status.ts'
import { showTicket } from './ticket/show-ticket.ts'
import { tellOfMessage } from './ticket/tell-of-message.ts'
import { ticketForm } from './ticket/ticket-form.ts'

export const deskOperations: readonly AnyOperation[] = [
  ticketForm,
  openTicket,
  listTickets,
  showTicket,
  followTicket,
  replyToTicket,
  addNote,
  setStatus,
  assignTicket,
  tellOfMessage,
  searchForTickets,
  countInbox,
  listInbox,
  followInbox,
  listColleagues,
  addAttachment,
  openAttachment,
  readAttachment,
  sweepAttachments,
  showPlaybook,
  savePlaybook,
  listPlaybookChanges,
  listClients,
  showClient,
  replayLinkEnd,
  listArticles,
  showArticle,
  saveArticle,
  dropArticle,
  listPublicArticles,
  showPublicArticle,
  savePublicArticle,
  publishArticle,
  suggestArticles,
  listArticleVersions,
  showArticleVersion,
  listPublicArticleVersions,
  showPublicArticleVersion,
] as const
