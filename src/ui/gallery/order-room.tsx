import { LinkButton } from '../action/button.tsx'
import { Timeline } from '../list/timeline.tsx'
import { PageHeader, Section } from '../shell/page.tsx'
import { Facts } from '../text/facts.tsx'
import { Money } from '../text/money.tsx'
import { StateWord } from '../text/state-word.tsx'
import { ago } from './gallery-words.ts'

export function OrderRoom() {
  return (
    <>
      <PageHeader
        trail={[{ to: '/dev/gallery?room=list', words: 'Comenzi' }]}
        title="Administrare lunară, 3 servere"
        state={<StateWord tone="wait">așteaptă accesul, de la dumneavoastră</StateWord>}
        action={<LinkButton to="/desk/access">Dați accesul</LinkButton>}
      />
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Timeline
          steps={[
            { key: 'ordered', title: 'Comandată', state: 'done', at: ago(60 * 26), by: 'Ioana' },
            { key: 'accepted', title: 'Acceptată', state: 'done', at: ago(60 * 22), by: 'Andrei, pentru furnizor' },
            {
              key: 'access',
              title: 'Acces',
              state: 'now',
              children: (
                <>
                  <p>Lucrul începe când avem ce este mai jos. Dați ce doriți; puteți refuza și spune de ce.</p>
                  <ul className="mt-2 grid gap-1">
                    <li className="flex flex-wrap justify-between gap-x-4">
                      <span>mail1, SSH</span> <StateWord tone="done">dat</StateWord>
                    </li>
                    <li className="flex flex-wrap justify-between gap-x-4">
                      <span>db1, PostgreSQL</span> <StateWord tone="wait">cerut</StateWord>
                    </li>
                    <li className="flex flex-wrap justify-between gap-x-4">
                      <span>panoul de găzduire</span> <StateWord tone="danger">expirat</StateWord>
                    </li>
                  </ul>
                </>
              ),
            },
            { key: 'work', title: 'În lucru', state: 'later' },
            { key: 'delivered', title: 'Livrată', state: 'later' },
            { key: 'confirmed', title: 'Confirmată de dumneavoastră', state: 'later' },
          ]}
        />
        <Section title="Comanda">
          <Facts
            items={[
              { term: 'Preț', value: <Money minor={45_000} currency="EUR" /> },
              { term: 'E-mail autorizat', value: 'ioana@client-unu.test' },
            ]}
          />
        </Section>
      </div>
    </>
  )
}
