/**
 * Every data map adds itself here by declaration merging, so that the handle of a purpose knows all tables
 * without the kernel importing any capability.
 */
// biome-ignore lint/suspicious/noEmptyInterface: capabilities fill it
export interface DataMaps {}
