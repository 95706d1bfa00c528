import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type CountryResponse, Reader } from 'mmdb-lib'

export const unknownCountry = '??'

const file = '@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb'
let reader: Reader<CountryResponse> | undefined

/** ISO 3166 code of the country that an address belongs to, looked up in memory; '??' for none. */
export function countryOf(address: string | undefined): string {
  if (!address) return unknownCountry
  reader ??= new Reader<CountryResponse>(readFileSync(fileURLToPath(import.meta.resolve(file))))
  try {
    const found = reader.get(address) as unknown as { readonly country_code?: string } | null
    const code = found?.country_code ?? ''
    return /^[A-Z]{2}$/.test(code) ? code : unknownCountry
  } catch {
    // Not an address.
    return unknownCountry
  }
}
