export { mayComeTo, printedBalanceOf } from './compared-pool.ts'
export { type TiedTable, tieTable } from './tie-table.ts'
export { sayNotCompared } from './tie-words.ts'
