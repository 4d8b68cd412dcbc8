import { hrefOf, type View } from './view.ts'

/** What can be taken along: the deals that are listed, and the whole library as data. */
export function ExportList({ view }: { view: View }) {
  const query = hrefOf(view, { columns: undefined }).slice(1)
  return (
    <details className="builder saved exports">
      <summary className="chip">Export</summary>
      <div className="builder-form saved-list">
        <ul>
          <li>
            <a href={`/api/deals.xlsx${query}`}>These deals as a workbook (XLSX)</a>
          </li>
          <li>
            <a href={`/api/deals${query}`}>These deals as JSON</a>
          </li>
          {tables.map(({ name, says }) => (
            <li key={name}>
              <a href={`/api/library/${name}.parquet`} download>
                {says} (Parquet)
              </a>
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}

const tables = [
  { name: 'deals', says: 'All deals' },
  { name: 'buckets', says: 'All rows of all tables' },
  { name: 'statistics', says: 'All stated figures' },
  { name: 'checks', says: 'All checks' },
]
