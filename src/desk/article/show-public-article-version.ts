import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { staffMayAnswer } from '../ticket/ticket.rules.ts'
import { findPublicVersion } from './version.queries.ts'
import { publicArticleVersion, revisionAsked } from './version.view.ts'

/** What a public article said at one save. */
export const showPublicArticleVersion = readOperation({
  name: 'public_article.version',
  purpose: 'support',
  http: 'GET /public-articles/{publicArticleId}/versions/{revision}',
  says: 'What a public article said at one save, in both languages.',
  who: { staff: staffMayAnswer },
  input: z.strictObject({ publicArticleId: z.uuid(), revision: revisionAsked }),
  output: publicArticleVersion,
  async run({ db, input }) {
    const version = await findPublicVersion(db, input.publicArticleId, input.revision)
    if (!version) throw new NotFound('article')
    return version
  },
})
