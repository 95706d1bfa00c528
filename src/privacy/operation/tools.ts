/**
 * What the composition root hands to every running operation besides the database: keys, files, letters.
 * Each piece adds itself by declaration merging, so that the kernel knows none of them.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the app's pieces fill it
export interface Tools {}
