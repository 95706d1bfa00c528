import { m } from '../../platform/language/words.ts'
import { Notice } from '../../ui/text/notice.tsx'

/** What has just been decided, or why nothing was. */
export function ChoiceDone({ done }: { done: string | null }) {
  if (done === 'changed') {
    return (
      <div className="mb-6">
        <Notice tone="wait" announce title={m.site_choice_text_changed()} />
      </div>
    )
  }
  const words = { accept: m.site_choice_done_accept, save: m.site_choice_done_save, reject: m.site_choice_done_reject }
  const said = done === 'withdraw' ? m.site_choice_done_withdraw : words[done as keyof typeof words]
  if (!said) return null
  return (
    <div className="mb-6">
      <Notice tone="done" announce title={said()} />
    </div>
  )
}
