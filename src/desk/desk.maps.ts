/** Every table of the desk. One line each. */
import type { AnyDataMap } from '../privacy/map/data-map.ts'
import { articleData } from './article/article.data.ts'
import { articleVersionData } from './article/article-version.data.ts'
import { publicArticleData } from './article/public-article.data.ts'
import { publicArticleVersionData } from './article/public-article-version.data.ts'
import { attachmentData } from './attachment/attachment.data.ts'
import { playbookData } from './playbook/playbook.data.ts'
import { messageData } from './ticket/message.data.ts'
import { messageNoticeData } from './ticket/message-notice.data.ts'
import { noteData } from './ticket/note.data.ts'
import { ticketData } from './ticket/ticket.data.ts'
import { ticketEventData } from './ticket/ticket-event.data.ts'
import { ticketLinkData } from './ticket/ticket-link.data.ts'

export const deskMaps: readonly AnyDataMap[] = [
  ticketData,
  messageData,
  messageNoticeData,
  noteData,
  ticketEventData,
  ticketLinkData,
  attachmentData,
  playbookData,
  articleData,
  articleVersionData,
  publicArticleData,
  publicArticleVersionData,
]
