/** E-mail addresses and phone numbers in what somebody else wrote: they are theirs, and stay out of another's export. */

export const contactTaken = '[—]'

const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
/** With a country's or a trunk prefix, nine to fifteen digits; an IP address or a port has none. */
const phone = /(?<![\p{L}\p{N}_.:/-])(?:\+|00|0)[1-9](?:[ ()./-]{0,2}\d){7,13}(?![\p{L}\p{N}_])/gu

export function withoutContacts(text: string): string {
  return text.replaceAll(email, contactTaken).replaceAll(phone, contactTaken)
}
