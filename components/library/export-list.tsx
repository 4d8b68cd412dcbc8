import { ExportMenu } from '@/components/sharing/export-menu.tsx'
import { hrefOf, type View } from './view.ts'

/** What can be taken along: the deals that are listed, and the whole library as data. */
export function ExportList({ view }: { view: View }) {
  const query = hrefOf(view, { columns: undefined }).slice(1)
  return (
    <ExportMenu
      className="chip"
      items={[
        { long: `/api/deals.xlsx${query}`, name: 'These deals as a workbook (XLSX)' },
        { file: `/api/deals${query}`, name: 'These deals as JSON' },
        ...tables.map(({ name, says }) => ({
          file: `/api/library/${name}.parquet`,
          name: `${says} (Parquet)`,
        })),
      ]}
    />
  )
}

const tables = [
  { name: 'deals', says: 'All deals' },
  { name: 'buckets', says: 'All rows of all tables' },
  { name: 'statistics', says: 'All stated figures' },
  { name: 'checks', says: 'All checks' },
]
