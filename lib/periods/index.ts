export {
  type MonthFiling,
  type MonthOfDeal,
  type OverTime,
  orderMonths,
  type StatusShare,
  type Told,
} from './over-time.ts'
export { noSpeedSays, type Speed } from './speed.ts'
export { statusNames, statusOrder } from './status-names.ts'
