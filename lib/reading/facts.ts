import type { Dimension } from '../dimensions/index.ts'
import type { Range } from '../report.ts'

/** What a table is about: the loans of a pool, or anything else. */
export type Subject = 'pool' | 'other'

/** Reports that print loans of which none is of a securitised pool: whose they are. */
export type OtherReport = 'company' | 'fund' | 'plan' | 'review'

/** What a filing is about, as far as its lines tell: a securitised pool, loans of somebody else, or nobody knows. */
export type DocumentSubject = 'pool' | OtherReport | 'unknown'

/** The words of a table: its own, those of the lines above it, and what its document is about. */
export type SubjectFacts = {
  /** Title, header over the labels and headers of the columns. */
  own: string
  headings: string
  /** The words over the table that may say of which loans it is, the nearest first: title, sentence, headings. */
  above: () => Iterable<string>
  /** What the rows split by, where that is known. */
  dimension: Dimension | null
  document: () => DocumentSubject
  /** Does it come to the number of loans and the balance of a table of the pool before it? */
  isTotalOfPool: () => boolean
}

/** What a table says of what it splits the pool by: its words, and the labels of its rows without footnote marks. */
export type SplitFacts = { title: string; stub: string | null; labels: readonly string[] }

/**
 * Who says so: the column's header, the table's title or a heading right above, a sentence that introduces it, a note to
 * its title; or a heading over an earlier table, the title of one, or a sentence of which it is not certain that it is about
 * this one.
 */
export type Scope = 'header' | 'title' | 'lead-in' | 'note' | 'standing' | 'other-title' | 'prose'

/**
 * A scale that words tell, by what printed figures are multiplied, and in what scope; `wholes` are the totals that the table
 * prints whose heading or title tells it, `count` what a sentence about dollars tells of counts as well.
 */
export type SaidScale = { by: number; scope: Scope; wholes?: readonly number[]; count?: number | null }

/**
 * `meanLoan` is what a loan comes to as printed: balance over loans, both at their own scale but for the one in question.
 * `whole` is the balance of all loans as printed.
 */
export type ScaleFacts = { said: SaidScale; meanLoan: number | null; whole?: number | null }

/** A row's range as printed, in cents at scale 1, and its true average balance in cents where loans and balance tell it. */
export type ScaledRow = { range: Range; mean: number | null }

/** `header` and `title` are the scales that the header over the labels and the title tell; 1 where they tell none. */
export type LabelScaleFacts = { header: number; title: number; rows: readonly ScaledRow[] }
