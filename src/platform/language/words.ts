/** Every text of the program, typed: `m.desk_reply_button()`. Made by `npm run languages`. */
export { m } from './compiled/messages.js'
export { getLocale, type Locale, locales } from './compiled/runtime.js'
