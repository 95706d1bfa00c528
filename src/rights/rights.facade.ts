/** What other capabilities may use of the rights desk, inside transactions of the purpose `rights`. */
export { type Chosen, endChosen, endScopes, lockChosen, waysFor } from './ending/end-chosen.ts'
export { lockAccounts } from './ending/ending.queries.ts'
export { outcomeView } from './ending/ending.rules.ts'
export { requestEnd } from './ending/told-of-end.ts'
export { type Gathered, personAndSame, personsNamed, personsOfAddress } from './request/persons.queries.ts'
