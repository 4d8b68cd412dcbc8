import type { Asked } from '@/lib/distributions/index.ts'
import type { DealRecord } from '@/lib/library/index.ts'
import type { Stratification } from '@/lib/report.ts'

/** What can be asked of a table, answered or not. */
export type Answerable = Exclude<Asked, { kind: 'impossible' }>

/** A table of a filing of a deal, as what is drawn of it leads to its places. */
export type AskPlace = { deal: DealRecord; sha256: string; table: Stratification }
