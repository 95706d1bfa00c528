/** How long being there for the chat holds without being kept up: a hidden tab keeps it up once a minute, a closed one no more. */
export const dutyHolds = 150_000
/** How often a page of the staff keeps it up. */
export const keepEvery = 30_000
