/** What a figure can be, from least to most; exact where both are equal. */
export type Bound = { low: number; high: number }

/** One end of what a row or a question spans; null is open. */
export type End = { value: number; included: boolean } | null
export type Span = { low: End; high: End }
