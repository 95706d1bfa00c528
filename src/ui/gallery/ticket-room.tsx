import { Button } from '../action/button.tsx'
import { Form } from '../form/form.tsx'
import { Submit } from '../form/submit.tsx'
import { PageHeader } from '../shell/page.tsx'
import { Composer } from '../talk/composer.tsx'
import { Conversation, Message } from '../talk/message.tsx'
import { StateWord } from '../text/state-word.tsx'
import { ago, longSubject } from './gallery-words.ts'

export function TicketRoom() {
  return (
    <>
      <PageHeader
        trail={[{ to: '/dev/gallery?room=list', words: 'Tichete' }]}
        title={longSubject}
        windowTitle="Tichet 1042"
        state={<StateWord tone="live">se lucrează, Andrei</StateWord>}
        action={<Button look="quiet">Închideți</Button>}
      />
      <TicketTalk />
    </>
  )
}

export function TicketTalk() {
  return (
    <div className="grid gap-6">
      <Conversation>
        <Message
          id="m1"
          author="Ioana Popescu-Știrbei"
          side="client"
          at={ago(60 * 25)}
          aside="prin e-mail"
          files={[
            { to: '/files/1', name: 'mail.log', bytes: 1_240_000 },
            { to: '/files/2', name: `captura-${'de-ecran-'.repeat(14)}1.png`, bytes: 88_000 },
          ]}
        >
          {`Bună ziua,\n\nDe dimineață nu mai pleacă mesajele mari. Atașez jurnalul.\n\n${'450'.repeat(60)}${'\n\nși din nou'.repeat(20)}`}
        </Message>
        <Message id="m2" author="Andrei" side="note" at={ago(60 * 20)}>
          {'Același lucru ca la tichetul 998. Întâi certificatul, apoi DNS.'}
        </Message>
        <Message id="m3" author="Andrei" side="staff" at={ago(18)} aside="văzut de 2 persoane">
          {'Am nevoie de acces la mail1 pentru o oră. V-am trimis o solicitare securizată; nu scrieți parola aici.'}
        </Message>
      </Conversation>
      <Form id="reply" className="grid gap-3">
        <Composer label="Răspunsul dumneavoastră" draft="gallery-reply" placeholder="Scrieți un răspuns" />
        <Submit>Trimiteți</Submit>
      </Form>
      <Form id="note" className="grid gap-3">
        <Composer label="Notă" draft="gallery-note" note />
        <Submit look="quiet">Păstrați nota</Submit>
      </Form>
    </div>
  )
}
