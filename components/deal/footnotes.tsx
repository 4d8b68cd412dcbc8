import { listHref, printPlace } from '@/lib/addresses/place-address.ts'
import { formatCount } from '@/lib/format/index.ts'
import { notesList } from '@/lib/library/report-part.ts'
import type { Stratification } from '@/lib/report.ts'
import { footnoteId } from '../table/footnote-marks.tsx'
import type { LinkPlace } from './place-link.ts'

type Props = {
  /** Address of the page of the filing. */
  home: string
  table: Stratification
  /** How many notes the table has, where these are only the first. */
  count?: number | undefined
  link: LinkPlace
}

/** The notes of a table under their marks; each mark leads to the note's line. */
export function Footnotes({ home, table, count, link }: Props) {
  if (table.footnotes.length === 0) return null
  return (
    <>
      <Notes table={table} link={link} />
      {count && (
        <p className="show-all">
          <a href={listHref(home, notesList(table.id))}>Show all {formatCount(count)} notes</a>
        </p>
      )}
    </>
  )
}

/** Notes alone. */
export function Notes({ table, link }: Pick<Props, 'table' | 'link'>) {
  return (
    <ol className="notes">
      {table.footnotes.map(({ mark, text, at }) => (
        <li key={printPlace(at)} id={footnoteId(table.id, mark)}>
          <a {...link(at)}>
            <span className="sr-only">Note </span>({mark})
          </a>
          {text}
        </li>
      ))}
    </ol>
  )
}
