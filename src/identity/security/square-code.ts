import { encode } from 'uqr'

export interface SquareCode {
  /** Cells along one side, with the quiet border. */
  readonly size: number
  /** The dark cells as one SVG path, one unit a cell. */
  readonly path: string
}

/** A text as a square (QR) code, drawn here: nothing about the secret leaves for another site. */
export function squareCode(text: string): SquareCode {
  const { size, data } = encode(text, { ecc: 'L', border: 2 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return { size, path }
}
