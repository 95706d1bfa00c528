import { number } from '../../platform/language/format.ts'
import { PlaceLink } from '../action/place-link.tsx'
import { ThreePane } from '../talk/three-pane.tsx'
import { StateWord } from '../text/state-word.tsx'
import { When } from '../text/when.tsx'
import { ago, longSubject } from './gallery-words.ts'
import { TicketTalk } from './ticket-room.tsx'

/** The staff's inbox: queues, the list of one, the conversation that is open. */
export function InboxRoom() {
  return (
    <>
      <title>Primite · Zavor</title>
      <ThreePane
        shown="item"
        labels={{ queues: 'Cozi', list: 'Tichete', item: 'Tichet deschis' }}
        queues={
          <ul className="grid gap-1 p-3">
            {['Ale mele', 'Fără nimeni', 'Așteaptă clientul', 'Toate'].map((queue, index) => (
              <li key={queue}>
                <PlaceLink
                  to={`?room=inbox&queue=${index}`}
                  className="flex justify-between rounded-md px-2 py-1 text-ink no-underline hover:bg-sunk"
                >
                  <span>{queue}</span> <span className="tabular text-quiet">{number([4, 2, 9, 10_240][index]!)}</span>
                </PlaceLink>
              </li>
            ))}
          </ul>
        }
        list={
          <ul>
            {['Certificat expirat pe www', longSubject, 'Copii de siguranță'].map((subject, index) => (
              <li
                key={subject}
                data-row
                className="row-link border-b border-line px-4 py-2.5 has-aria-[current]:bg-accent-wash"
              >
                <PlaceLink
                  to={`?room=inbox&ticket=${index}`}
                  aria-current={index === 1 ? 'page' : undefined}
                  className="row-target line-clamp-2 font-medium text-ink no-underline"
                >
                  {subject}
                </PlaceLink>
                <p className="flex flex-wrap justify-between gap-x-3 text-small text-quiet">
                  <StateWord tone={index === 0 ? 'wait' : 'live'}>
                    {index === 0 ? 'așteaptă răspuns' : 'se lucrează'}
                  </StateWord>
                  <When at={ago(12 * 9 ** index)} />
                </p>
              </li>
            ))}
          </ul>
        }
        item={
          <div className="p-4 lg:p-6">
            <h1 className="mb-4 max-w-prose text-lead">{longSubject}</h1>
            <TicketTalk />
          </div>
        }
      />
    </>
  )
}
