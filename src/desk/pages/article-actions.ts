import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import type { Visit } from '../../platform/http/visit.ts'
import type { dropArticle } from '../article/drop-article.ts'
import type { saveArticle } from '../article/save-article.ts'
import { text } from './message-form.ts'

/** Saves an article from its form and leads to it below `articles`. Staff say whose it is. */
export async function saveArticleForm(form: FormData, visit: Visit, articles: string, accountId?: string) {
  return answerForm(form, async () => {
    const articleId = text(form, 'articleId')
    const saved = await visit.call<typeof saveArticle>('article.save', {
      ...(accountId ? { accountId } : {}),
      ...(articleId ? { articleId, seen: Number(text(form, 'seen')) || 0 } : {}),
      title: text(form, 'title'),
      body: text(form, 'body'),
    })
    throw redirect(`${articles}/${saved.articleId}?done=saved`)
  })
}

/** Takes an article out of use, or into it again, by the button below it. */
export async function articleUseForm(form: FormData, visit: Visit, article: UsedArticle) {
  return answerForm(form, async () => {
    const use = text(form, 'use') === 'used' ? 'used' : 'dropped'
    const { to, ...which } = article
    await visit.call<typeof dropArticle>('article.drop', { ...which, use })
    throw redirect(`${to}?done=${use}`)
  })
}

interface UsedArticle {
  readonly articleId: string
  readonly accountId?: string
  readonly to: string
}
