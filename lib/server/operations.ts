import { accessOperations } from './calls/access.ts'
import { changesOperations } from './calls/changes.ts'
import { comparingOperations } from './calls/comparing.ts'
import { dealsOperations } from './calls/deals.ts'
import { filingsOperations } from './calls/filings.ts'
import { loansOperations } from './calls/loans.ts'
import type { Operation, OperationGroup } from './calls/operation.ts'
import { serviceOperations } from './calls/service.ts'
import { tablesOperations } from './calls/tables.ts'

/** Every call of the service, by what it is about. */
export const operationsByGroup: Record<OperationGroup, Operation[]> = {
  filings: filingsOperations,
  deals: dealsOperations,
  tables: tablesOperations,
  loans: loansOperations,
  comparing: comparingOperations,
  changes: changesOperations,
  access: accessOperations,
  service: serviceOperations,
}

export const operations: Operation[] = Object.values(operationsByGroup).flat()

/** What a call is named by in the description, and in the address of its part of the page `/api`: `get-deals-slug-tail`. */
export function nameOperation({ method, path }: Pick<Operation, 'method' | 'path'>): string {
  return `${method}-${path.replace('/api/', '').replace(/[^a-z0-9]+/gi, '-')}`.replace(/-$/, '').toLowerCase()
}
