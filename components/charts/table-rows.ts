/** The table beside a figure: the one in the same section. */
export function tableBeside(figure: Element): HTMLTableElement | null {
  return figure.closest('section')?.querySelector<HTMLTableElement>('table.strat') ?? null
}

/** Number the rows in the order of the filing, before anyone sorts them, so that figure and row find each other. */
export function numberRows(table: HTMLTableElement) {
  for (const [index, row] of [...(table.tBodies[0]?.rows ?? [])].entries())
    row.dataset.bucket ??= String(index)
}

/** The row of the table that something in it belongs to, by its number; null outside the body. */
export function bucketAt(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('tbody > tr[data-bucket]') : null
  return row ? Number(row.dataset.bucket) : null
}

/** Light these rows of a table and no others. */
export function lightRows(table: HTMLTableElement, buckets: number[]) {
  for (const row of table.tBodies[0]?.rows ?? []) {
    if (buckets.includes(Number(row.dataset.bucket))) row.dataset.lit = ''
    else delete row.dataset.lit
  }
}

/** Follow a row's figure to its place in the filing, as a click on the cell would. */
export function followRow(table: HTMLTableElement, bucket: number) {
  const row = table.querySelector<HTMLTableRowElement>(`tbody > tr[data-bucket="${bucket}"]`)
  const measure = document.documentElement.dataset.measure ?? 'balancePct'
  const column = (table.dataset.measures ?? '').split(' ').indexOf(measure) + 1
  const link =
    row?.cells[column > 0 ? column : 1]?.querySelector('a') ?? row?.querySelector<HTMLElement>('td a')
  link?.click()
}
