export * from './deal-summary.ts'
export * from './library.ts'
