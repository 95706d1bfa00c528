/** For the set-up: publishes the terms that the desk starts with. */
export { publishFirstTerms } from './publish-terms.ts'
