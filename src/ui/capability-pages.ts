import type { RouteConfigEntry } from '@react-router/dev/routes'

/** The pages of one capability by area; paths are relative to the area, files to `src`. */
export interface CapabilityPages {
  /** Under /ro and /en, in the public frame, without script unless a page asks for it (`livePage`). */
  readonly public?: RouteConfigEntry[]
  /** Under /desk, in the client's frame. */
  readonly client?: RouteConfigEntry[]
  /** Under /staff, in the staff's frame. */
  readonly staff?: RouteConfigEntry[]
  /** Without a frame, from the root: signing in, files, links in letters. */
  readonly bare?: RouteConfigEntry[]
}
