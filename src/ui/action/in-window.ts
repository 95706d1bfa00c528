import { createContext } from 'react'

/** Whether the page may stand as a window inside another: what leads away from it opens beside it, as most pages refuse to be framed. */
export const InWindow = createContext(false)
