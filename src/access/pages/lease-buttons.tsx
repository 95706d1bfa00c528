import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { m } from '../../platform/language/words.ts'
import { Button } from '../../ui/action/button.tsx'
import { Form } from '../../ui/form/form.tsx'
import type { LeaseView } from '../lease/lease.view.ts'

/** Approve or deny while it waits; end while it runs. */
export function LeaseButtons({ lease, answer }: { lease: LeaseView; answer: FormAnswer | undefined }) {
  if (!lease.may.decide && !lease.may.end) return null
  return (
    <Form id="act" answer={answer} className="mt-8 grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        {lease.may.decide && (
          <>
            <Button name="act" value="approve">
              {m.access_approve({ count: lease.minutes })}
            </Button>
            <Button look="danger" name="act" value="deny">
              {m.access_deny()}
            </Button>
          </>
        )}
        {lease.may.end && !lease.may.decide && (
          <Button look="danger" name="act" value="end">
            {lease.state === 'asked' ? m.access_take_back() : m.access_end_now()}
          </Button>
        )}
      </div>
      <p className="max-w-prose text-small text-quiet">
        {lease.may.decide ? m.access_decide_aside() : m.access_end_aside()}
      </p>
    </Form>
  )
}
