import type { Order } from '../view/view.ts'

/**
 * The order after another press on a column's header: figures go largest first, then smallest first, then back to that of
 * the filing; labels the other way about.
 */
export function nextOrder(order: Order | null, column: string): Order | null {
  const startsDescending = column !== 'label'
  if (order?.column !== column) return { column, isDescending: startsDescending }
  return order.isDescending === startsDescending ? { column, isDescending: !startsDescending } : null
}
