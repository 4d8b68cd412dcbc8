import { printPlace } from '@/lib/evidence/place-address.ts'
import type { Stratification } from '@/lib/report.ts'
import { footnoteId } from '../table/footnote-marks.tsx'
import type { LinkPlace } from './place-link.ts'

/** The notes of a table under their marks; each mark leads to the note's line. */
export function Footnotes({ table, link }: { table: Stratification; link: LinkPlace }) {
  if (table.footnotes.length === 0) return null
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
