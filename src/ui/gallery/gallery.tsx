import type { ReactNode } from 'react'
import { type ActionFunctionArgs, redirect, useActionData, useSearchParams } from 'react-router'
import { type FormAnswer, formMistakes } from '../../platform/http/form-answer.ts'
import { m } from '../../platform/language/words.ts'
import { livePage } from '../live-page.ts'
import { AppShell } from '../shell/app-shell.tsx'
import { Page } from '../shell/page.tsx'
import { PublicShell } from '../shell/public-shell.tsx'
import { FormRoom } from './form-room.tsx'
import { galleryNav } from './gallery-words.ts'
import { InboxRoom } from './inbox-room.tsx'
import { ListRoom } from './list-room.tsx'
import { OrderRoom } from './order-room.tsx'
import { PartsRoom } from './parts-room.tsx'
import { TicketRoom } from './ticket-room.tsx'

export const handle = livePage

/** Finds everything faulty that is not filled in, so that the form's way back can be looked at. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const errors: Record<string, string> = {}
  if (!String(form.get('email')).includes('@')) errors.email = m.ui_expect_email()
  if (!form.get('host')) errors.host = m.ui_expect_something()
  if (!form.get('kind')) errors.kind = m.ui_expect_one_of_the_choices()
  return Object.keys(errors).length > 0 ? formMistakes(form, errors) : redirect('/dev/gallery?room=parts')
}

/** Every part of the kit in rooms as real pages use them: /dev/gallery?room=parts. Only while developing. */
export default function Gallery() {
  const [search] = useSearchParams()
  const room = search.get('room') ?? 'parts'
  const answer = useActionData<FormAnswer>()
  const rooms: Record<string, ReactNode> = {
    form: <FormRoom answer={answer} />,
    list: <ListRoom />,
    order: <OrderRoom />,
    ticket: <TicketRoom />,
  }
  if (room === 'public') {
    return (
      <PublicShell
        name="Furnizor Exemplu SRL"
        home="/ro"
        path="/ro/servicii"
        nav={[
          { to: '/ro/servicii', words: 'Servicii' },
          { to: '/ro/contact', words: 'Contact' },
          { to: '/ro/policy', words: 'Politica de confidențialitate' },
        ]}
        signIn={{ to: '/sign-in', words: 'Autentificare' }}
        foot={<p>Furnizor Exemplu SRL · București · CUI 00000000</p>}
      >
        <Page>
          <PartsRoom />
        </Page>
      </PublicShell>
    )
  }
  return (
    <AppShell
      name="Furnizor Exemplu SRL"
      area={room === 'inbox' ? 'echipă' : 'biroul clientului'}
      home="/desk"
      nav={galleryNav}
      person={{ name: 'Ioana Popescu-Știrbei', aside: 'Client Unu SRL', to: '/desk/account' }}
      links={
        <a href="/ro/policy" className="link">
          Confidențialitate
        </a>
      }
    >
      {room === 'inbox' ? <InboxRoom /> : <Page>{rooms[room] ?? <PartsRoom />}</Page>}
    </AppShell>
  )
}
