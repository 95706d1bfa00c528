/** What a person's and a company's particulars must look like, for whoever takes them besides registration. */
import {
  addressFaults,
  addressField,
  cityField,
  companyName,
  countryField,
  jobTitle,
  personName,
  phoneField,
  postalCode,
  taxNumber,
} from './fields.ts'

export { storedTaxNumber } from './account/tax-number.rules.ts'
export { addressFaults }
export const particulars = {
  addressField,
  cityField,
  companyName,
  countryField,
  jobTitle,
  personName,
  phoneField,
  postalCode,
  taxNumber,
}
