import { m } from '../../platform/language/words.ts'

export default function InboxNothingOpen() {
  return (
    <>
      <title>{`${m.desk_inbox()} · Zavor`}</title>
      <p className="p-6 text-quiet">{m.desk_choose_ticket()}</p>
    </>
  )
}
