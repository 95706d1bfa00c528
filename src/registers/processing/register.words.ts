/** Words of the register that stand in no other place. */
export const registerWords = {
  clientPeople: {
    ro: 'persoanele clienților și cei care ne scriu',
    en: 'people of clients and those who write to us',
  },
  whoSignsIn: { ro: 'cei care se conectează: clienți și echipă', en: 'those who sign in: clients and staff' },
  staff: { ro: 'echipa furnizorului', en: 'the provider’s staff' },
  clientCustomers: { ro: 'clienții clientului', en: 'the client’s own customers' },
} as const
