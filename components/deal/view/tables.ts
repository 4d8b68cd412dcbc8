import { type CumulativeDetail, chartEvents } from '@/components/charts/chart-events.ts'
import { numberRows } from '@/components/charts/table-rows.ts'
import { compareRows } from './compare-rows.ts'
import { addCumulative, removeCumulative } from './cumulative.ts'
import type { Order } from './view-address.ts'

/** A table on the page that can be put in another order and back. */
export class ShownTable {
  readonly table: HTMLTableElement
  readonly id: string
  order: Order | null = null
  isCumulative = false
  /** Read when it is first needed: a page can have thousands of rows, and most are never put in another order. */
  private filingOrder: HTMLTableRowElement[] | null = null
  private readonly measures: string[]

  constructor(table: HTMLTableElement, id: string) {
    this.table = table
    this.id = id
    this.measures = (table.dataset.measures ?? '').split(' ')
  }

  /** Column that a heading stands over: `label`, or a measure. */
  columnAt(index: number): string | undefined {
    return index === 0 ? 'label' : this.measures[index - 1]
  }

  /** Put the rows in an order; `null`, or a column this table lacks, is the order of the filing. */
  sort(order: Order | null) {
    if (!this.isSortable) return
    const index = order ? ['label', ...this.measures].indexOf(order.column) : -1
    this.order = order && index >= 0 ? order : null
    const inOrder = this.rowsInOrder()
    const rows = this.order ? inOrder.toSorted(compareRows(index, this.order.isDescending)) : inOrder
    for (const row of rows) this.table.tBodies[0]?.append(row)
    this.markHeading(index)
    if (this.isCumulative) this.setCumulative(true)
  }

  /** Figures go largest first, then smallest first, then back; labels the other way about. */
  sortNext(index: number) {
    const column = this.columnAt(index)
    if (!column) return
    const startsDescending = index > 0
    if (this.order?.column !== column) this.sort({ column, isDescending: startsDescending })
    else
      this.sort(
        this.order.isDescending === startsDescending ? { column, isDescending: !startsDescending } : null,
      )
  }

  /** Some of the rows of a longer table stay as they are. */
  private get isSortable(): boolean {
    return this.table.tHead?.querySelector('button:not(.term)') != null
  }

  private rowsInOrder(): HTMLTableRowElement[] {
    if (this.filingOrder === null) {
      numberRows(this.table)
      this.filingOrder = [...(this.table.tBodies[0]?.rows ?? [])]
    }
    return this.filingOrder
  }

  setCumulative(isShown: boolean) {
    if (!this.isSortable) return
    removeCumulative(this.table)
    this.isCumulative = isShown && addCumulative(this.table, this.measures)
    const toggle = this.table.closest('section.strat-section')?.querySelector('[data-toggle="cumulative"]')
    if (toggle) toggle.ariaPressed = String(this.isCumulative)
    const detail: CumulativeDetail = { stratification: this.id, isShown: this.isCumulative }
    dispatchEvent(new CustomEvent(chartEvents.cumulative, { detail }))
  }

  private markHeading(index: number) {
    for (const heading of this.table.tHead?.rows[0]?.cells ?? []) heading.removeAttribute('aria-sort')
    const heading = this.table.tHead?.rows[0]?.cells[index]
    if (heading && this.order) heading.ariaSort = this.order.isDescending ? 'descending' : 'ascending'
  }
}

/** Every table of the page by its section's id. */
export function readTables(): Map<string, ShownTable> {
  const found = [...document.querySelectorAll<HTMLTableElement>('.strat-section .strat')]
  return new Map(
    found.map(table => {
      const id = table.closest('section.strat-section')?.id ?? ''
      return [id, new ShownTable(table, id)]
    }),
  )
}
