/** Checks that read every text in the database. */
import { paymentDetailsIn } from '../../payment-details/payment-details.ts'
import { promiseCheck } from '../check.ts'
import { personalColumns } from './map-checks.ts'
import { scanTexts } from './text-columns.ts'

/** Thirteen digits near one another, or two letters and two digits with eleven more characters: all cards, all IBANs. */
const couldBePayment = String.raw`\d([\s.‐-―-]{0,2}\d){12}|[a-z]{2}[\s-]?\d[\s-]?\d([\s-]?[a-z0-9]){11}`

export const noneStored = promiseCheck({
  promise: 'P3',
  need: 'none_stored',
  async run({ inspector }) {
    const scan = await scanTexts(inspector, {
      pattern: couldBePayment,
      isHit: (value) => paymentDetailsIn(value).length > 0,
    })
    return {
      holds: scan.values > 0 && scan.found === 0,
      figure: {
        ro: `valori citite: ${scan.values}; numere de card sau IBAN-uri: ${scan.found}`,
        en: `values read: ${scan.values}; card numbers or IBANs: ${scan.found}`,
      },
    }
  },
})

/** A value that is an address, whole or as a whole string of a JSON document; a version number inside words is none. */
const address = String.raw`(^|")((\d{1,3}\.){3}\d{1,3}|([0-9a-f]{0,4}:){2,7}[0-9a-f]{1,4}(%[a-z0-9]+)?)(/\d+)?($|")`

/** What people tell about their own servers may well be an address; it says nothing about who visits. */
const aboutServers: ReadonlySet<string> = new Set([
  'server_details',
  'access_details',
  'order_details',
  'communication',
])

export const noAddressKept = promiseCheck({
  promise: 'P13',
  need: 'no_address',
  async run({ inspector, maps }) {
    const categories = new Map(
      personalColumns(maps).map(({ map, name, column }) => [`${map.table}.${name}`, column.options.category ?? '']),
    )
    const scan = await scanTexts(inspector, {
      pattern: address,
      isHit: () => true,
      leavesOut: ({ table, column }) => aboutServers.has(categories.get(`${table}.${column}`) ?? ''),
    })
    return {
      holds: scan.values > 0 && scan.found === 0,
      figure: {
        ro: `valori citite: ${scan.values}; adrese IP: ${scan.found}`,
        en: `values read: ${scan.values}; IP addresses: ${scan.found}`,
      },
    }
  },
})
