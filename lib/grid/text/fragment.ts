/** A run of words without wide gaps, on one line. */
export type Fragment = { index: number; start: number; end: number }
