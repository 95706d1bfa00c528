import { z } from 'zod'
import { belowRevision, pageOfRevisions } from '../../platform/database/revision-page.ts'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { staffMayAnswer } from '../ticket/ticket.rules.ts'
import { versionsAtOnce } from './article.rules.ts'
import { newestPublicVersions } from './version.queries.ts'
import { publicVersionLine } from './version.view.ts'

/** Every save of a public article. Drafts are among them, so it is the staff's alone. */
export const listPublicArticleVersions = readOperation({
  name: 'public_article.versions',
  purpose: 'support',
  http: 'GET /public-articles/{publicArticleId}/versions',
  says: 'The saves of a public article, newest first; `next` is the revision to go on below.',
  who: { staff: staffMayAnswer },
  input: z.strictObject({ publicArticleId: z.uuid(), below: belowRevision }),
  output: z.object({ versions: z.array(publicVersionLine), next: z.string().nullable() }),
  async run({ db, input }) {
    const rows = await newestPublicVersions(db, input.publicArticleId, input.below)
    if (rows.length === 0 && input.below === undefined) throw new NotFound('article')
    const { page: versions, next } = pageOfRevisions(rows, versionsAtOnce, (line) => line.revision)
    return { versions, next }
  },
})
