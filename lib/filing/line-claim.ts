/** First and last line, 1-based, both included. */
export type LineRange = { first: number; last: number }

/** Lines that a stage has read and answers for: a fact of the cover, a table, its footnotes; or that it says it could not read. */
export type LineClaim = LineRange & { kind: 'cover' | 'table' | 'footnote' | 'unread' }
