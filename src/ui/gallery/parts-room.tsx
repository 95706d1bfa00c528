import { Button, LinkButton } from '../action/button.tsx'
import { CopyOnce } from '../action/copy-once.tsx'
import { Dialog } from '../action/dialog.tsx'
import { TextLink } from '../action/place-link.tsx'
import { PageHeader, Section } from '../shell/page.tsx'
import { EmptyState } from '../text/empty-state.tsx'
import { Exact } from '../text/exact.tsx'
import { Facts } from '../text/facts.tsx'
import { Money } from '../text/money.tsx'
import { Notice } from '../text/notice.tsx'
import { PrivateMark } from '../text/private-mark.tsx'
import { Prose } from '../text/prose.tsx'
import { StateWord } from '../text/state-word.tsx'
import { When } from '../text/when.tsx'
import { ago } from './gallery-words.ts'

export function PartsRoom() {
  return (
    <>
      <PageHeader
        trail={[{ to: '/dev/gallery', words: 'Acasă' }]}
        title="Ce vă așteaptă"
        state={
          <>
            <StateWord tone="wait">2 lucruri vă așteaptă</StateWord>
            <span>
              ultima schimbare <When at={ago(12)} />
            </span>
          </>
        }
        action={<LinkButton to="/desk/new">Comandați un serviciu</LinkButton>}
      />
      <div className="grid gap-3">
        <Notice
          tone="wait"
          title="Se cere accesul la mail1.client-unu.test"
          action={
            <LinkButton to="/desk/access" small>
              Vedeți ce se cere
            </LinkButton>
          }
        >
          Andrei are nevoie de o parolă SSH pentru comanda 1042, până mâine la 18:00.
        </Notice>
        <Notice tone="done" announce title="Mesajul a plecat" />
        <Notice tone="danger" title="Termen depășit">
          Răspunsul trebuia dat ieri.
        </Notice>
        <Notice tone="live" title="Sesiune în curs pe db1.client-unu.test">
          Andrei, de 8 minute. <TextLink to="/desk/sessions">Priviți</TextLink>
        </Notice>
        <Notice>Nimic nu pleacă de aici înainte de a fi criptat în browserul dumneavoastră.</Notice>
      </div>
      <Section title="Butoane">
        <div className="flex flex-wrap gap-3">
          <Button>Trimiteți</Button>
          <Button look="quiet">Salvați ciorna</Button>
          <Button look="danger">Retrageți accesul</Button>
          <Button look="plain">Renunțați</Button>
          <Button disabled>Se trimite…</Button>
          <Button small look="quiet">
            Mic
          </Button>
          <Dialog id="ask" opener="Închideți tichetul" title="Închideți tichetul?">
            <p>Clientul primește un mesaj. Un răspuns îl deschide din nou.</p>
          </Dialog>
        </div>
      </Section>
      <Section title="Stări">
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          <StateWord>închis</StateWord>
          <StateWord tone="wait">așteaptă răspuns</StateWord>
          <StateWord tone="danger">depășit cu 2 zile</StateWord>
          <StateWord tone="done">livrat</StateWord>
          <StateWord tone="live">se lucrează</StateWord>
        </div>
      </Section>
      <Section title="Ce știm despre dumneavoastră" aside={<TextLink to="/desk/privacy">Toate cele 14</TextLink>}>
        <Facts
          items={[
            { term: 'Nume', value: 'Ioana Popescu-Știrbei', note: 'Contract · cât timp aveți cont' },
            { term: 'E-mail', value: 'ioana@client-unu.test', note: 'Contract · cât timp aveți cont' },
            { term: 'Telefon', value: '+40 700 000 000', note: 'Dat de dumneavoastră pe 3 mar. 2026' },
            { term: 'Țintă', value: <Exact>root@mail1.client-unu.test:22</Exact>, note: 'Văzută de 2 persoane' },
            { term: 'Preț', value: <Money minor={123450} currency="RON" /> },
          ]}
        />
      </Section>
      <Section title="Privat">
        <div className="grid gap-5 sm:grid-cols-2">
          <PrivateMark words="se încheie peste 42 de minute">
            <p>Acces la mail1 pentru Andrei, cerut pentru comanda 1042.</p>
          </PrivateMark>
          <PrivateMark tone="staff" words="doar echipa vede">
            <p>Clientul preferă telefonul după ora 17.</p>
          </PrivateMark>
        </div>
      </Section>
      <Section title="O singură dată">
        <CopyOnce label="Coduri de recuperare" value={'7K2M-9QXA\nP4TD-8WNE\nV6HC-3RJY'} />
      </Section>
      <Section title="Text">
        <Prose>
          <p>
            Ștergeți contul când doriți. Înainte de buton scrie ce se șterge, ce rămâne și până când. Facturile rămân
            zece ani, fiindcă legea o cere; restul dispare în aceeași zi. <a href="/ro/policy">Politica întreagă</a>.
          </p>
          <ul>
            <li>mesajele, cu fișierele lor</li>
            <li>parolele și cheile, întâi ele</li>
          </ul>
        </Prose>
      </Section>
      <Section title="Nimic încă">
        <EmptyState action={<LinkButton to="/desk/tickets/new">Scrieți primul mesaj</LinkButton>}>
          Aici vor sta conversațiile cu echipa. Scrieți-ne ce s-a stricat sau ce doriți.
        </EmptyState>
      </Section>
    </>
  )
}
