import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
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

const rooms: Record<string, ReactNode> = {
  form: <FormRoom />,
  list: <ListRoom />,
  order: <OrderRoom />,
  ticket: <TicketRoom />,
}

/** Every part of the kit in rooms as real pages use them: /dev/gallery?room=parts. Only while developing. */
export default function Gallery() {
  const [search] = useSearchParams()
  const room = search.get('room') ?? 'parts'
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
