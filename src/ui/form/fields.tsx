import { type ReactNode, useId } from 'react'
import { DataNotice, type NoticeWords } from '../text/data-notice.tsx'
import { SharedNotice } from './field-state.ts'

interface FieldsProps {
  /** The notice of each field in here. What they have in common is said once, beside all of them. */
  notices: readonly (NoticeWords | undefined)[]
  children: ReactNode
}

/** Questions asked for the same reason, with the reason beside them once instead of at each. */
export function Fields({ notices, children }: FieldsProps) {
  const id = useId()
  const said = notices.filter((words) => words !== undefined)
  const different = [...new Map(said.map((words) => [JSON.stringify(words), words])).values()]
  return (
    <SharedNotice value={id}>
      <div className="grid min-w-0 gap-x-8 gap-y-4 @min-[48rem]:grid-cols-[minmax(0,34rem)_minmax(0,1fr)]">
        <div
          id={id}
          className="grid max-w-prose gap-2 self-start pt-px text-small text-quiet @min-[48rem]:sticky @min-[48rem]:top-6 @min-[48rem]:col-start-2 @min-[48rem]:row-start-1 @min-[48rem]:border-l @min-[48rem]:border-line @min-[48rem]:pl-4"
        >
          {different.map((words) => (
            <p key={JSON.stringify(words)}>
              <DataNotice words={words} />
            </p>
          ))}
        </div>
        <div className="grid min-w-0 content-start gap-6 @min-[48rem]:col-start-1 @min-[48rem]:row-start-1">
          {children}
        </div>
      </div>
    </SharedNotice>
  )
}
