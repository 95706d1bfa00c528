/** What a data map is written with. */

export * from './column.ts'
export { dataMap } from './data-map.ts'
