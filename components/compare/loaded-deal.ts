import type { DealRecord } from '@/lib/library/index.ts'
import type { Deal, PoolSummary, Stratification } from '@/lib/report.ts'

/** A deal with what its chosen filing says. */
export type LoadedDeal = { record: DealRecord; deal: Deal; pool: PoolSummary[]; tables: Stratification[] }
